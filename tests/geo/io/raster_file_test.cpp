#include "geo/io/atomic_file.h"
#include "geo/io/raster_file.h"
#include "raster_plane.h"
#include <random>

namespace phusong::geo::io {
namespace {

using test::expect_in;
using test::inner_grid;
using test::plane;
using test::plane_tiff;
using test::TiffFixture;
using test::utm48;

TEST(ReadRaster, GivesAPlaneBack) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, plane_tiff());
    auto const grid = inner_grid();
    auto const raster = read_raster({file}, "x", grid, utm48(), Resampling::bilinear);
    for (int r = 0; r < grid.rows; r += 9)
        for (int c = 0; c < grid.cols; c += 7) {
            auto const p = utm48().unproject(grid.centre(r, c));
            EXPECT_NEAR(raster.values(r, c), plane(p.lon_deg, p.lat_deg), 0.3); // 0.02 cells of 0.01° on a slope of 900
        }
}

TEST(ReadRaster, MakesNodataNotANumberAndLeavesNeighboursAlone) {
    auto fixture = plane_tiff();
    fixture.nodata = -32768;
    fixture.type = GDT_Int16;
    for (int r = 12; r < 17; ++r)
        for (int c = 10; c < 19; ++c) fixture.values[static_cast<std::size_t>(r * 40 + c)] = -32768;
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_GT(raster.values.isNaN().count(), 200);
    float const least = raster.values.isNaN().select(1e9f, raster.values).minCoeff();
    EXPECT_GT(least, 250); // no void leaks into its neighbours
}

TEST(ReadRaster, TakesTheNearestCellWhereNothingIsToBeAveraged) {
    auto fixture = plane_tiff();
    fixture.nodata = 9;
    fixture.type = GDT_Byte;
    fixture.values = test::fill(30, 40, [](int r, int c) { return r == 13 ? 9 : (r * 5 + c * 3) % 8; });
    auto const file = test::scratch() / "codes.tif";
    test::write_tiff(file, fixture);
    auto const grid = inner_grid();
    auto const raster = read_raster({file}, "x", grid, utm48(), Resampling::nearest);
    int compared = 0, unknown = 0;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.cols; ++c) {
            auto const p = utm48().unproject(grid.centre(r, c));
            double const col = (p.lon_deg - 104.8) / 0.01, row = (22.9 - p.lat_deg) / 0.01;
            if (std::abs(col - std::round(col)) < 0.03 || std::abs(row - std::round(row)) < 0.03)
                continue; // at an edge
            auto const right =
                fixture.values[static_cast<std::size_t>(static_cast<int>(row) * 40 + static_cast<int>(col))];
            float const found = raster.values(r, c);
            EXPECT_TRUE(right == 9 ? std::isnan(found) : found == static_cast<float>(right)) << r << ' ' << c;
            ++compared;
            unknown += std::isnan(found) ? 1 : 0;
        }
    EXPECT_GT(compared, 5000);
    EXPECT_GT(unknown, 100);
}

TEST(ReadRaster, AppliesScaleAndOffset) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = (v - 25) / 0.5;
    fixture.scale = 0.5;
    fixture.offset = 25;
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear);
    auto const p = utm48().unproject(inner_grid().centre(31, 47));
    EXPECT_NEAR(raster.values(31, 47), plane(p.lon_deg, p.lat_deg), 0.3);
}

TEST(ReadRaster, FillsLaterFilesOnlyWhereEarlierOnesHaveNothing) {
    auto const folder = test::scratch();
    auto west = plane_tiff(), whole = plane_tiff();
    for (int r = 0; r < 30; ++r)
        for (int c = 20; c < 40; ++c) west.values[static_cast<std::size_t>(r * 40 + c)] = NAN;
    for (double& v : whole.values) v = 7;
    test::write_tiff(folder / "west.tif", west);
    test::write_tiff(folder / "whole.tif", whole);
    auto const raster =
        read_raster({folder / "west.tif", folder / "whole.tif"}, "x", inner_grid(), utm48(), Resampling::bilinear);
    EXPECT_FALSE(raster.values.isNaN().any());
    EXPECT_GT(raster.values(5, 3), 300);
    EXPECT_EQ(raster.values(5, 85), 7);
}

TEST(ReadRaster, MosaicsHgtTilesAndFilesInOtherSystems) {
    auto const folder = test::scratch();
    for (int const lon : {104, 105}) { // SRTM3: 1201 × 1201 big-endian int16, cell centres on whole degrees
        std::string bytes;
        for (int r = 0; r < 1201; ++r)
            for (int c = 0; c < 1201; ++c) {
                auto const v = static_cast<int>(std::lround(plane(lon + c / 1200.0, 23 - r / 1200.0)));
                bytes += static_cast<char>((v >> 8) & 0xFF);
                bytes += static_cast<char>(v & 0xFF);
            }
        test::put(folder / fmt::format("N22E{}.hgt", lon), bytes);
    }
    TiffFixture utm{.rows = 200,
                    .cols = 300,
                    .values = {},
                    .geotransform = {500'000, 90, 0, 2'535'000, 0, -90},
                    .crs = "EPSG:3405"};
    utm.values = test::fill(200, 300, [](int, int) { return 77; });
    test::write_tiff(folder / "vn2000.tif", utm);
    auto const corner = utm48().project({104.97, 22.905});
    Grid const grid{.west_m = corner.x_m, .north_m = corner.y_m, .cell_m = 90, .rows = 70, .cols = 90};
    auto const raster = read_raster({folder / "N22E104.hgt", folder / "N22E105.hgt", folder / "vn2000.tif"}, "x", grid,
                                    utm48(), Resampling::bilinear);
    EXPECT_FALSE(raster.values.isNaN().any());
    for (int c = 0; c < 90; c += 4) {
        auto const p = utm48().unproject(grid.centre(33, c));
        EXPECT_NEAR(raster.values(33, c), plane(p.lon_deg, p.lat_deg), 1.1); // heights are whole metres
    }
}

TEST(ReadRaster, NamesBothBoxesWhenAFileDoesNotTouchTheGrid) {
    auto fixture = plane_tiff();
    fixture.geotransform[0] = 106.7;
    auto const file = test::scratch() / "saigon.tif";
    test::write_tiff(file, fixture);
    auto const text = test::problems_of<InputError>(
        [&] { return read_raster({file}, "x", inner_grid(), utm48(), Resampling::bilinear); });
    expect_in("saigon.tif covers [106.700, 22.600] – [107.100, 22.900]", text);
    expect_in("does not touch the study area [104.8", text);
}

TEST(ReadRaster, RefusesFilesCutShort) {
    auto const folder = test::scratch();
    auto fixture = plane_tiff();
    fixture.rows = 300, fixture.cols = 400;
    fixture.geotransform[1] = 0.001, fixture.geotransform[5] = -0.001;
    std::mt19937 random(5);
    fixture.values = test::fill(300, 400, [&](int, int) { return static_cast<double>(random() % 3000); });
    test::write_tiff(folder / "whole.tif", fixture);
    auto const bytes = read_file(folder / "whole.tif");
    for (std::size_t size = 0; size < bytes.size() / 2; size += 30'000) {
        auto const file = test::put(folder / "short.tif", bytes.substr(0, size));
        for (auto const how : {Resampling::bilinear, Resampling::sum_preserving})
            (void)test::problems_of<InputError>([&] { return read_raster({file}, "x", inner_grid(), utm48(), how); });
    }
}

TEST(ReadRaster, ReportsEveryBadFileAtOnce) {
    auto const folder = test::scratch();
    test::put(folder / "a.tif", "junk");
    auto fixture = plane_tiff();
    fixture.crs = "";
    test::write_tiff(folder / "b.tif", fixture);
    auto const text = test::problems_of<InputError>([&] {
        return read_raster({folder / "a.tif", folder / "b.tif"}, "x", inner_grid(), utm48(), Resampling::bilinear);
    });
    expect_in("a.tif is not a raster", text);
    expect_in("b.tif does not say", text);
}

} // namespace
} // namespace phusong::geo::io

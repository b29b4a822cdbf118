#include "geo/io/native_map.h"
#include "raster_fixture.h"
#include "scratch.h"
#include <cmath>
#include <fstream>

namespace phusong::geo::io {
namespace {

constexpr NativeBox everywhere{-1e9, -1e9, 1e9, 1e9};

double numbered(int r, int c) { return 37 * r + 3 * c; }

TEST(ReadPart, GivesTheFilesOwnCellsInsideABoxWithAMargin) {
    auto const file = test::scratch() / "dem.tif";
    test::write_tiff(file, {.rows = 30,
                            .cols = 40,
                            .values = test::fill(30, 40, numbered),
                            .geotransform = {104, 0.5, 0, 23, 0, -0.25},
                            .scale = 2,
                            .offset = 5});
    auto const part = read_part(file, "", {107.1, 20.3, 108.9, 21.2}, 2);
    EXPECT_EQ(part.grid.west, 104 + 0.5 * 4);
    EXPECT_EQ(part.grid.north, 23 - 0.25 * 5);
    EXPECT_EQ(part.grid.cols, 8);
    EXPECT_EQ(part.grid.rows, 8);
    EXPECT_EQ(part.values[0], 2 * numbered(5, 4) + 5);
    EXPECT_EQ(part.values[8 + 3], 2 * numbered(6, 7) + 5);
    EXPECT_EQ(part.header.grid.cols, 40);
    EXPECT_TRUE(part.header.reference.geographic);
    EXPECT_EQ(read_part(file, "", {0, 0, 1, 1}, 2).values.size(), 0U);
}

TEST(ReadPart, TakesNodataNanAndInfinityForMissing) {
    auto const file = test::scratch() / "gaps.tif";
    test::write_tiff(file, {.rows = 2,
                            .cols = 3,
                            .values = {7, -32768, NAN, INFINITY, 0, -3},
                            .geotransform = {500'000, 90, 0, 2'500'000, 0, -90},
                            .crs = "EPSG:32648",
                            .nodata = -32768});
    auto const part = read_part(file, "", everywhere, 0);
    EXPECT_EQ(part.missing(), 3U);
    EXPECT_EQ(part.values[4], 0); // sea level is a height like others
    EXPECT_EQ(part.values[5], -3);
    EXPECT_EQ(part.header.reference.unit_m, 1);
    EXPECT_EQ(part.header.reference.name, "EPSG:32648");
}

TEST(ReadHeights, MasksAndCountsWhatIsNoPlaceOnEarth) {
    auto const file = test::scratch() / "undeclared.tif";
    test::write_tiff(file, {.rows = 2,
                            .cols = 3,
                            .values = {8848, -32768, NAN, 12001, -10935, 65535},
                            .geotransform = {500'000, 90, 0, 2'500'000, 0, -90},
                            .crs = "EPSG:32648"});
    auto const part = read_heights(file, "", everywhere, 0);
    EXPECT_EQ(part.impossible, 3U);
    EXPECT_EQ(part.missing(), 4U);
    EXPECT_EQ(part.values[0], 8848);
    EXPECT_EQ(part.values[4], -10935);
    EXPECT_EQ(read_part(file, "", everywhere, 0).values[5], 65535) << "other rasters than heights may hold anything";
}

TEST(ReadPart, PutsPixelsThatArePointsIntoTheMiddleOfTheirCells) {
    guard_gdal();
    auto const file = test::scratch() / "points.tif";
    {
        GDALDatasetUniquePtr made(
            GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), 3, 2, 1, GDT_Float32, nullptr));
        ASSERT_TRUE(made);
        made->SetMetadataItem("AREA_OR_POINT",
                              "Point"); // the file then holds the place of the first point, 104.05, 22.95
        double transform[6] = {104, 0.1, 0, 23, 0, -0.1};
        ASSERT_EQ(made->SetGeoTransform(transform), CE_None);
        OGRSpatialReference reference;
        ASSERT_EQ(reference.SetFromUserInput("EPSG:4326"), OGRERR_NONE);
        ASSERT_EQ(made->SetSpatialRef(&reference), CE_None);
    }
    auto const header = read_native_header(file, "");
    EXPECT_NEAR(header.grid.x(0), 104.05, 1e-12);
    EXPECT_NEAR(header.grid.y(0), 22.95, 1e-12);
}

TEST(ReadPart, PutsTheFirstPostOfAnSrtmTileOnItsWholeDegree) {
    auto const file = test::scratch() / "N22E104.hgt";
    std::string bytes(1201 * 1201 * 2, '\0');
    bytes[2 * (1201 * 7 + 5)] = 0x01; // 0x0102 at row 7, column 5
    bytes[2 * (1201 * 7 + 5) + 1] = 0x02;
    std::ofstream(file, std::ios::binary) << bytes;
    auto const tile = read_part(file, "", everywhere, 0);
    EXPECT_NEAR(tile.grid.x(0), 104, 1e-9);
    EXPECT_NEAR(tile.grid.y(0), 23, 1e-9);
    EXPECT_EQ(tile.values[1201 * 7 + 5], 0x0102);
}

TEST(PointScale, IsThatOfTheProjection) {
    EXPECT_NEAR(point_scale(utm_reference({105, 23}), {105, 23}), 0.9996, 1e-7);
    EXPECT_NEAR(point_scale(utm_reference({107, 20}), {104, 20}),
                0.9996 * (1 + std::pow(std::cos(20 * M_PI / 180) * M_PI / 180, 2) / 2), 1e-6);
    EXPECT_EQ(utm_reference({107, -20}).name, "EPSG:32748");
}

TEST(TransformedCentres, AreTheSingleTransformationsInTheirOrder) {
    NativeGrid const grid{104.3, 23.1, 0.013, 0.017, 37, 29};
    auto const from = wgs84_reference(), to = utm_reference({104, 23});
    auto const all = transformed_centres(grid, from, to);
    ASSERT_EQ(all.size(), 37U * 29U);
    for (int r : {0, 5, 36})
        for (int c : {0, 11, 28}) {
            XY const place[] = {{grid.x(c), grid.y(r)}};
            auto const one = transformed(place, from, to)[0];
            EXPECT_EQ(all[static_cast<std::size_t>(r * 29 + c)], one);
        }
    EXPECT_GT(all[0].y_m, all.back().y_m);
    EXPECT_TRUE(same_reference(from, wgs84_reference()));
    EXPECT_FALSE(same_reference(from, to));
}

TEST(CogBytes, HoldScaledNumbersOnAGridOfAnyKind) {
    auto const file = test::scratch() / "hundredths.tif";
    NativeGrid const grid{104.3, 23.1, 0.013, 0.017, 2, 3};
    std::vector<std::uint16_t> const stored{0, 1, 12345, 65535, 65533, 7};
    put_map(file, cog_bytes(file, {grid, wgs84_reference(), stored, 65535, 0.01, -500}, {.unit = "dBm"}));
    auto const back = read_part(file, "", everywhere, 0);
    EXPECT_NEAR(back.values[2], -500 + 123.45, 1e-4);
    EXPECT_EQ(back.missing(), 1U);
    EXPECT_NEAR(back.grid.cell_y, 0.017, 1e-15);
}

} // namespace
} // namespace phusong::geo::io

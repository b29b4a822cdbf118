#include "geo/io/raster_file.h"
#include "raster_plane.h"
#include <random>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;
using test::expect_in;
using test::inner_grid;
using test::plane_tiff;
using test::utm48;

/// A grid around the whole fixture, so that nobody is left out.
Grid outer_grid(double cell_m) {
    auto const sw = utm48().project({104.78, 22.58}), ne = utm48().project({105.22, 22.92});
    return {.west_m = sw.x_m,
            .north_m = ne.y_m,
            .cell_m = cell_m,
            .rows = static_cast<int>((ne.y_m - sw.y_m) / cell_m) + 1,
            .cols = static_cast<int>((ne.x_m - sw.x_m) / cell_m) + 1};
}

TEST(ReadCounts, KeepsTheNumberOfPeopleForAnyCellSize) {
    std::mt19937 random(2019);
    auto fixture = plane_tiff();
    double people = 0;
    for (double& v : fixture.values) people += v = static_cast<double>(random() % 977);
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    for (double const cell_m : {90.0, 370.0, 2900.0, 45'000.0}) {
        auto const raster = read_raster({file}, "x", outer_grid(cell_m), utm48(), Resampling::sum_preserving);
        EXPECT_NEAR(test::sum_of(raster), people, 0.05) << cell_m;
        EXPECT_GE(raster.values.isNaN().select(0, raster.values).minCoeff(), 0);
    }
}

TEST(ReadCounts, SpreadsEvenCountsEvenly) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = 1234.5;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
    float const mean = raster.values.mean();
    EXPECT_LT(raster.values.maxCoeff() / mean, 1.03); // area of a degree cell varies by 0.25 % over the box
    EXPECT_GT(raster.values.minCoeff() / mean, 0.97);
}

TEST(ReadCounts, KeepsPeopleWhereTheyAre) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = 0;
    fixture.values[13 * 40 + 22] = 5432;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const grid = inner_grid();
    auto const raster = read_raster({file}, "x", grid, utm48(), Resampling::sum_preserving);
    auto const town = utm48().project({104.8 + 22.5 * 0.01, 22.9 - 13.5 * 0.01});
    double east = 0, north = 0;
    for (std::uint32_t cell = 0; cell < grid.size(); ++cell) {
        east += raster.at(cell) * grid.centre(cell).x_m / 5432;
        north += raster.at(cell) * grid.centre(cell).y_m / 5432;
        if (raster.at(cell) > 0) {
            EXPECT_LT(distance_m(grid.centre(cell), town), 1000);
        }
    }
    EXPECT_NEAR(east, town.x_m, 20); // people count at the centre of their cell of 270 m
    EXPECT_NEAR(north, town.y_m, 20);
}

TEST(ReadCounts, AddsTilesThatMeetAndCountsOverlapsOnce) {
    auto const folder = test::scratch();
    auto whole = plane_tiff();
    double people = 0;
    for (double& v : whole.values) people += v = 37;
    auto west = whole, east = whole;
    west.cols = 17, west.values.resize(30 * 17);
    east.cols = 23, east.values.resize(30 * 23), east.geotransform[0] = 104.8 + 17 * 0.01;
    test::write_tiff(folder / "whole.tif", whole);
    test::write_tiff(folder / "west.tif", west);
    test::write_tiff(folder / "east.tif", east);
    auto const sum = [&](std::vector<fs::path> const& files) {
        return test::sum_of(read_raster(files, "x", outer_grid(370), utm48(), Resampling::sum_preserving));
    };
    EXPECT_NEAR(sum({folder / "west.tif", folder / "east.tif"}), people, 0.1);
    EXPECT_NEAR(sum({folder / "whole.tif", folder / "west.tif"}), people, 0.1);
}

TEST(ReadCounts, LeavesNodataNotANumberAndRefusesNegativeCounts) {
    auto fixture = plane_tiff();
    for (double& v : fixture.values) v = -99999;
    fixture.values[13 * 40 + 22] = 5432;
    fixture.nodata = -99999;
    auto const file = test::scratch() / "people.tif";
    test::write_tiff(file, fixture);
    auto const raster = read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
    EXPECT_GT(raster.values.isNaN().count(), 6000);
    EXPECT_NEAR(test::sum_of(raster), 5432, 0.01);
    fixture.nodata.reset();
    test::write_tiff(file, fixture);
    expect_in("has a negative count (-99999)", test::problems_of<InputError>([&] {
                  return read_raster({file}, "x", inner_grid(), utm48(), Resampling::sum_preserving);
              }));
}

} // namespace
} // namespace phusong::geo::io

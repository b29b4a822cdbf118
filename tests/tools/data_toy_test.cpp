#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/raster_file.h"
#include "tests/tools/data_tables.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <sstream>

namespace phusong::test {
namespace {

std::vector<Row> toy(std::string const& file) { return table("toy/" + file); }

TEST(ToyTables, HoldTheNumbersThatTheirReadmeStates) {
    auto const communes = toy("communes.csv"), villages = toy("villages.csv"), sites = toy("sites.csv");
    EXPECT_EQ(communes.size(), 12u);
    EXPECT_EQ(sum(communes, "people"), 11'440);
    EXPECT_EQ(sum(communes, "households"), 2403);
    EXPECT_NEAR(sum(communes, "area_km2"), 166.1, 1e-9);
    EXPECT_EQ(sum(communes, "rural_criterion_8"), 4);
    EXPECT_EQ(villages.size(), 30u);
    EXPECT_EQ(sites.size(), 7u);
    double stations = 0;
    for (auto const& row : sites) stations += 1 + static_cast<double>(std::ranges::count(row.at("technologies"), '+'));
    EXPECT_EQ(stations, 16);
    EXPECT_EQ(toy("fibre_nodes.csv").size(), 11u);
    EXPECT_EQ(toy("roads.csv").size(), 13u);
    EXPECT_EQ(count_by(toy("institutions.csv"), "kind"),
              (std::map<std::string, int>{{"government", 14}, {"one_stop", 12}, {"post", 13}}));
    EXPECT_EQ(toy("targets.csv").size(), 4u);
}

TEST(ToyTables, SpreadPeopleAndHouseholdsOverVillagesExactly) {
    auto const villages = toy("villages.csv");
    auto const people = sums_by(villages, "commune_code", "people"),
               households = sums_by(villages, "commune_code", "households");
    for (auto const& row : toy("communes.csv")) {
        EXPECT_EQ(people.at(row.at("code")), number(row, "people"));
        EXPECT_EQ(households.at(row.at("code")), number(row, "households"));
    }
}

TEST(ToyTables, DrawCommunesThatAreWholeDiscs) {
    geo::io::Crs const utm("EPSG:32648", "test");
    auto const communes = toy("communes.csv");
    for (std::size_t i = 0; i < communes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            auto const seat = [&](std::size_t k) {
                return utm.project({number(communes[k], "seat_lon"), number(communes[k], "seat_lat")});
            };
            auto const radius_m = [&](std::size_t k) {
                return 1000 * std::sqrt(number(communes[k], "area_km2") / std::numbers::pi);
            };
            EXPECT_GT(geo::distance_m(seat(i), seat(j)), radius_m(i) + radius_m(j));
        }
}

TEST(ToyTerrain, IsTheMapDrawnInTheReadme) {
    geo::io::guard_gdal();
    std::string const folder = PHUSONG_SOURCE_DIR "/data/toy/";
    constexpr int rows = 18, cols = 24;
    constexpr double pixel_m = 750;
    geo::Grid const grid{
        .west_m = 491'000, .north_m = 2'540'000 + rows * pixel_m, .cell_m = pixel_m, .rows = rows, .cols = cols};
    auto const terrain = geo::io::read_raster({folder + "terrain.tif"}, "test", grid,
                                              geo::io::Crs("EPSG:32648", "test"), geo::io::Resampling::bilinear);
    std::istringstream readme(geo::io::read_file(folder + "README.md"));
    std::string line;
    while (std::getline(readme, line) && line != "```") {
    }
    for (int r = 0; r < rows; ++r) {
        ASSERT_TRUE(std::getline(readme, line));
        for (int c = 0; c < cols; ++c) {
            char const drawn = line[static_cast<std::size_t>(c)];
            EXPECT_EQ(terrain.values(r, c), drawn == 'A' ? 1100 : drawn == 'n' ? 600 : 400) << r << ' ' << c;
        }
    }
}

} // namespace
} // namespace phusong::test

#include "geo/problem.h"
#include "sim/world/read.h"
#include "tests/sim/world/mountains.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <numeric>

namespace phusong {
namespace {

std::filesystem::path const root = PHUSONG_SOURCE_DIR;
std::filesystem::path const layers = root / ".." / "shared" / "geodata";

InputPath file(std::filesystem::path const& path) {
    return {path.filename().string(), "real.toml:7:3 " + path.filename().string(), path};
}

/// The province's tables under real layers.
Scenario ha_giang(std::filesystem::path const& polygons) {
    Scenario scenario;
    scenario.world.crs = "EPSG:32648";
    scenario.world.census_year = 2019;
    scenario.world.cell_m = 180; // a quarter of the cells: the laws do not depend on it
    scenario.world.communes = file(root / "data" / "ha_giang" / "communes.csv");
    scenario.world.spot_heights = file(root / "data" / "ha_giang" / "spot_heights.csv");
    test::name_mountains(scenario.world);
    scenario.world.synthetic_terrain_arcsec = 6;
    if (!polygons.empty()) scenario.world.commune_polygons = file(polygons);
    return scenario;
}

geo::Problems problems(Scenario const& scenario) {
    try {
        check_world(scenario);
    } catch (geo::InputError const& e) {
        return e.problems;
    }
    return {};
}

double total(std::vector<PeopleCell> const& people) {
    return std::accumulate(people.begin(), people.end(), 0.0, [](double sum, auto const& p) { return sum + p.people; });
}

class RealLayers : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(layers)) GTEST_SKIP() << "the real layers are not beside this checkout";
    }
    std::filesystem::path const polygons = layers / "communes_193_harmonised" / "communes_193.geojson";
    std::filesystem::path const worldpop = layers / "worldpop_1km" / "vnm_ppp_2020_1km_UNadj_ha_giang.tif";
};

TEST_F(RealLayers, Hold193CommunesWithinHalfAPercentOfTheOfficialArea) {
    auto const world = read_world(ha_giang(polygons), {});
    double drawn = 0, official = 0;
    for (auto const& c : world.communes) drawn += geo::area_m2(c.boundary) * 1e-6, official += c.area_km2;
    EXPECT_EQ(world.communes.size(), 193U);
    EXPECT_NEAR(drawn / official, 1, 0.005);
    EXPECT_NEAR(drawn / 7'928, 1, 0.005);
    EXPECT_NEAR(total(world.people), 854'679, 1);
}

TEST_F(RealLayers, OfPopulationKeepTheTableToOnePersonOrTheRasterAsAsked) {
    auto scenario = ha_giang(polygons);
    scenario.world.population_raster = file(worldpop);
    auto const rescaled = read_world(scenario, {});
    EXPECT_NEAR(total(rescaled.people), 854'679, 1);
    std::vector<double> sums(rescaled.communes.size(), 0.0);
    for (auto const& p : rescaled.people) sums[rescaled.villages[p.village.value].commune.value] += p.people;
    for (std::size_t i = 0; i < sums.size(); ++i) EXPECT_NEAR(sums[i], rescaled.communes[i].people, 1e-6);
    scenario.world.rescale_population = false;
    auto const raster = read_world(scenario, {});
    EXPECT_NEAR(total(raster.people), 861'657, 0.005 * 861'657); // the file's own zonal sum, by another program
}

TEST_F(RealLayers, Of2013AreRefusedWithTheListOfCodes) {
    auto scenario = ha_giang(layers / "communes_2013_choisy" / "ha_giang_195_communes_2013.geojson");
    auto list = problems(scenario);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_NE(list[0].what.en.find("has no field “code”"), std::string::npos) << list[0].what.en;
    scenario.world.commune_code_field = "commune_id";
    list = problems(scenario);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_NE(list[0].what.en.find("193 communes are missing: 00688, 00691"), std::string::npos) << list[0].what.en;
    EXPECT_NE(list[1].what.en.find("195 codes are not in the table"), std::string::npos) << list[1].what.en;
}

TEST_F(RealLayers, Of2025AreRefusedWithTheListOfCodes) {
    auto const list = problems(ha_giang(layers / "communes_2025_bando" / "ha_giang_area_73_units_2025.geojson"));
    ASSERT_FALSE(list.empty());
    EXPECT_NE(list[0].what.en.find("communes are missing: 00688"), std::string::npos) << list[0].what.en;
}

TEST_F(RealLayers, OfTerrainReplaceTheMadeOne) {
    auto scenario = ha_giang(polygons);
    scenario.world.terrain = {file(layers / "dem_spot_kriged_30s" / "ha_giang_spot_kriged_30s.tif")};
    auto const world = read_world(scenario, {});
    auto const terrain = std::find_if(world.provenance.begin(), world.provenance.end(),
                                      [](auto const& p) { return p.layer == "terrain"; });
    ASSERT_NE(terrain, world.provenance.end());
    EXPECT_FALSE(terrain->synthetic);
    for (auto const& c : world.communes) EXPECT_GT(geo::bilinear(world.terrain_m, c.seat), 30) << c.code;
}

} // namespace
} // namespace phusong

#include "geo/io/raster_file.h"
#include "sim/scenario/read.h"
#include "tests/sim/world/world_layers.h"
#include <numeric>

namespace phusong {
namespace {

std::filesystem::path const root = PHUSONG_SOURCE_DIR;

double total(std::vector<PeopleCell> const& people) {
    return std::accumulate(people.begin(), people.end(), 0.0, [](double sum, auto const& p) { return sum + p.people; });
}

class WorldLayers : public test::WorldLayers {};

TEST_F(WorldLayers, JoinPolygonsToCommunesByCode) {
    auto const world = read_world(scenario, {});
    for (auto const& c : world.communes) {
        EXPECT_NEAR(geo::area_m2(c.boundary) * 1e-6, 22.7, 0.1);
        EXPECT_TRUE(geo::contains(c.boundary, c.seat)) << c.code;
    }
}

TEST_F(WorldLayers, AreRefusedWithAllMissingExtraAndDoubledCodes) {
    scenario.world.commune_polygons =
        file("polygons.geojson", polygons({{"00701", 105.0}, {"00701", 105.05}, {"00799", 105.1}, {"701", 105.15}}));
    EXPECT_EQ(problems().size(), 3U);
    EXPECT_TRUE(says("1 communes are missing: 00702"));
    EXPECT_TRUE(says("2 codes are not in the table of communes: 00799, 701"));
    EXPECT_TRUE(says("1 codes come twice: 00701"));
}

TEST_F(WorldLayers, AreRefusedWhenTheirAreaCannotBeTheProvinces) {
    scenario.world.commune_polygons = file("polygons.geojson", polygons({{"00701", 105.0}, {"00702", 105.05}}, 1.2));
    EXPECT_TRUE(says("the official one is 45.4 km²"));
    EXPECT_TRUE(says("wrong CRS"));
}

TEST_F(WorldLayers, SayWhichFieldsThereAreWhenTheCodeFieldIsNot) {
    scenario.world.commune_code_field = "code";
    EXPECT_TRUE(says("has no field “code”"));
    EXPECT_TRUE(says("ma_xa"));
}

TEST_F(WorldLayers, OfPointsServeAsTables) {
    auto const village = [](char const* code, char const* commune, double lon, int people) {
        return fmt::format(
            R"({{"type":"Feature","properties":{{"code":"{}","name":"Thôn {}","commune_code":"{}","people":{},"households":{},"grid_power_year":2011,"fibre_year":0,"synthetic":0}},"geometry":{{"type":"Point","coordinates":[{},23.021]}}}})",
            code, code, commune, people, people / 4, lon);
    };
    scenario.world.villages = file(
        "villages.geojson", collection({village("V1", "00701", 105.023, 7013), village("V2", "00702", 105.071, 4321)}));
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.villages.size(), 2U);
    EXPECT_EQ(world.villages[1].name, "Thôn V2");
    EXPECT_NEAR(world.villages[1].lonlat.lon_deg, 105.071, 1e-6);
    EXPECT_NEAR(total(world.people), 7013 + 4321, 1e-6);
}

TEST_F(WorldLayers, AreReadWhenTheirNamesAreInCapitals) {
    std::filesystem::rename(folder / "communes.csv", folder / "COMMUNES.CSV");
    std::filesystem::rename(folder / "polygons.geojson", folder / "POLYGONS.GEOJSON");
    scenario.world.communes.path = folder / "COMMUNES.CSV";
    scenario.world.commune_polygons.path = folder / "POLYGONS.GEOJSON";
    EXPECT_TRUE(problems().empty()) << geo::text(problems(), geo::Language::en);
}

TEST_F(WorldLayers, OfRoadsBecomeAGraph) {
    scenario.world.roads =
        file("roads.csv", "kind,wkt,synthetic,source\n"
                          "national,\"LINESTRING (105.01 23.01, 105.05 23.02, 105.09 23.01)\",1,drawn\n"
                          "track,\"LINESTRING (105.05 23.02, 105.05 23.035)\",0,drawn\n");
    auto const world = read_world(scenario, {});
    EXPECT_EQ(world.roads.nodes.size(), 4U);
    EXPECT_EQ(world.roads.edges.size(), 3U);
    EXPECT_EQ(world.roads.components, 1);
    scenario.world.roads =
        file("roads.csv", "kind,wkt,synthetic,source\nhighroad,\"LINESTRING (105.01 23.01, 105.05 23.02)\",1,x\n");
    EXPECT_TRUE(says("kind is “highroad”"));
    scenario.world.roads =
        file("roads.csv", "kind,wkt,synthetic,source\ntrack,\"LINESTRING (107.01 21.01, 107.05 21.02)\",1,x\n");
    EXPECT_TRUE(says("no road lies in the province"));
}

TEST_F(WorldLayers, OfPixelsAreRefusedByTheirHeadersWhenTheyLieElsewhere) {
    geo::io::Crs const crs("EPSG:32648", "test");
    geo::Raster const there(geo::Grid{500'000, 2'550'000, 270, 40, 30}, 613),
        away(geo::Grid{300'000, 2'250'000, 270, 40, 30}, 613);
    geo::io::write_cog(folder / "there.tif", there, crs, {"height", "m", {}, 0});
    geo::io::write_cog(folder / "away.tif", away, crs, {"height", "m", {}, 0});
    scenario.world.terrain = {{"there.tif", "test.toml:6:9 world.terrain", folder / "there.tif"}};
    EXPECT_TRUE(problems().empty()) << geo::text(problems(), geo::Language::en);
    scenario.world.terrain = {{"away.tif", "test.toml:6:9 world.terrain", folder / "away.tif"}};
    scenario.world.population_raster = {"away.tif", "test.toml:7:9 world.population_raster", folder / "away.tif"};
    EXPECT_EQ(problems().size(), 2U);
    EXPECT_TRUE(says("“away.tif” lies outside the province"));
}

TEST_F(WorldLayers, OfPeopleTellHowManyLiveOutsideEveryCommune) {
    geo::io::Crs const crs("EPSG:32648", "test");
    geo::Raster const counts(geo::Grid{498'000, 2'552'000, 270, 60, 60}, 3);
    geo::io::write_cog(folder / "people.tif", counts, crs, {"people", "1", {}, 0});
    scenario.world.population_raster = {"people.tif", "test.toml:7:9 world.population_raster", folder / "people.tif"};
    scenario.world.rescale_population = false;
    auto const left_out = [](World const& world) {
        return std::find_if(world.notes.begin(), world.notes.end(), [](auto const& note) {
            return note.en.find("people of the population raster live outside every commune") != std::string::npos;
        });
    };
    auto const world = read_world(scenario, {});
    auto const note = left_out(world);
    ASSERT_NE(note, world.notes.end());
    double const cells = static_cast<double>((world.commune_of_cell == geo::outside).count());
    EXPECT_NEAR(std::stod(note->en), cells * 3 * world.grid.cell_area_km2() / 0.0729, 30); // 270 m: 0.0729 km²
    EXPECT_NE(note->vi.find("ngoài mọi xã"), std::string::npos);
    scenario.world.rescale_population = true; // the table's totals are kept: nobody is missing
    auto const rescaled = read_world(scenario, {});
    EXPECT_EQ(left_out(rescaled), rescaled.notes.end());
}

TEST(ToyWorld, IsWhatItsReadmeSays) {
    auto const read = read_scenario(root / "scenarios" / "toy.toml");
    auto const world = read_world(read.scenario, {});
    EXPECT_EQ(world.communes.size(), 12U);
    EXPECT_EQ(world.villages.size(), 30U);
    EXPECT_EQ(world.sites.size(), 7U);
    EXPECT_EQ(world.roads.edges.size() >= 13, true);
    EXPECT_EQ(world.roads.components, 1);
    EXPECT_NEAR(total(world.people), 11'440, 1e-6);
    double area = 0;
    for (auto const& c : world.communes) area += geo::area_m2(c.boundary) * 1e-6;
    EXPECT_NEAR(area, 166.1, 0.05);
    EXPECT_FALSE(world.terrain_m.values.isNaN().all());
}

TEST(HaGiangWorld, HoldsThePublishedTotals) {
    auto const read = read_scenario(root / "scenarios" / "ha_giang" / "base.toml");
    auto const world = read_world(read.scenario, {});
    EXPECT_EQ(world.communes.size(), 193U);
    EXPECT_NEAR(static_cast<double>(world.villages.size()), 2'000, 50);
    EXPECT_NEAR(total(world.people), 854'679, 1);
    double area = 0;
    for (auto const& c : world.communes) area += geo::area_m2(c.boundary) * 1e-6;
    EXPECT_NEAR(area / 7'928, 1, 0.005);
    EXPECT_EQ(world.roads.components, 1);
    EXPECT_FALSE(world.terrain_m.values.isNaN().any());
}

} // namespace
} // namespace phusong

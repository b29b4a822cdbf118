#include "geo/io/raster_file.h"
#include "sim/scenario/read.h"
#include "tests/sim/world/world_layers.h"
#include <gdal_priv.h>
#include <numeric>
#include <ogrsf_frmts.h>

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

TEST_F(WorldLayers, OfOutlinesThatLostLeadingZerosAreToldSo) {
    scenario.world.commune_polygons = file("polygons.geojson", polygons({{"701", 105.0}, {"702", 105.05}}));
    EXPECT_TRUE(says("lost leading zeros"));
    scenario.world.commune_polygons = file("polygons.geojson", polygons({{"901", 105.0}, {"902", 105.05}}));
    EXPECT_TRUE(says("of the same date"));
}

TEST_F(WorldLayers, AreRefusedWhenTheirAreaCannotBeTheProvinces) {
    scenario.world.commune_polygons = file("polygons.geojson", polygons({{"00701", 105.0}, {"00702", 105.05}}, 1.2));
    EXPECT_TRUE(says("the official one is 45.4 km²"));
    EXPECT_TRUE(says("wrong CRS"));
}

TEST_F(WorldLayers, OfOutlinesThatLieElsewhereAreOneProblemThatTellsHowFarAndBlamesNoVillage) {
    scenario.world.commune_polygons = file("polygons.geojson", polygons({{"00701", 105.2}, {"00702", 105.25}}));
    scenario.world.villages =
        file("villages.csv", "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic\n"
                             "V1,Quyết Tiến,00701,105.02,23.02,7013,1702,2011,0,0\n"
                             "V2,Thèn Pả,00702,105.07,23.02,4321,911,2011,0,0\n");
    auto const found = problems();
    ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
    EXPECT_EQ(found[0].where, scenario.world.commune_polygons.where);
    // 0.18° of longitude at 23° N: 18.4 km
    EXPECT_NE(found[0].what.en.find("2 of 2 communes are outside their outline, commonly by 18."), std::string::npos)
        << found[0].what.en;
    EXPECT_NE(found[0].what.en.find("EPSG:4326"), std::string::npos) << found[0].what.en;
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

/// A Shapefile of points, whose DBF cuts names at ten characters; `more` are columns beside those of a site.
InputPath shapefile(std::filesystem::path const& folder, std::vector<std::string> const& more = {}) {
    GDALAllRegister();
    auto const path = folder / "sites.shp";
    auto* const driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    GDALDatasetUniquePtr const data(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    char encoding[] = "ENCODING=UTF-8";
    char* options[] = {encoding, nullptr};
    auto* const layer = data->CreateLayer("sites", &wgs84, wkbPoint, options);
    std::vector<std::pair<std::string, std::string>> fields{{"code", "S1"},          {"operator", "Viettel"},
                                                            {"commune_co", "00702"}, {"mast_heigh", "37"},
                                                            {"technologi", "2g+4g"}, {"synthetic", "1"}};
    for (auto const& name : more) fields.emplace_back(name, "x");
    for (auto const& [name, value] : fields) {
        OGRFieldDefn field(name.c_str(), OFTString);
        layer->CreateField(&field);
    }
    OGRFeature feature(layer->GetLayerDefn());
    for (auto const& [name, value] : fields) feature.SetField(name.c_str(), value.c_str());
    OGRPoint const point(105.071, 23.021);
    feature.SetGeometry(&point);
    EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    return {"sites.shp", "test.toml:9:9 world.sites", path};
}

TEST_F(WorldLayers, OfShapefilesMayHaveNamesCutAtTenCharacters) {
    scenario.world.sites = shapefile(folder);
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.sites.size(), 1U);
    EXPECT_EQ(world.communes[world.sites[0].commune.value].code, "00702");
    EXPECT_EQ(world.sites[0].mast_height_m, 37);
    EXPECT_TRUE(world.sites[0].technologies.has(Technology::g4));
    scenario.world.sites = shapefile(folder, {"commune__1"});
    EXPECT_TRUE(says("column “commune_code” may be any of commune__1, commune_co"));
}

TEST_F(WorldLayers, WithCutNamesAreRefusedInOtherFormats) {
    scenario.world.sites = file("sites.csv", "code,operator,commune_co,lon,lat,mast_heigh,technologi,synthetic\n"
                                             "S1,Viettel,00702,105.071,23.021,37,2g+4g,1\n");
    EXPECT_TRUE(says("column “commune_code” is missing"));
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

TEST_F(WorldLayers, OfRoadsWithoutKindsAreAllCommuneRoadsAndANoteSaysSo) {
    scenario.world.roads = file("roads.csv", "ten,wkt\n"
                                             "Đường 7,\"LINESTRING (105.01 23.01, 105.05 23.02)\"\n"
                                             "Đường 8,\"LINESTRING (105.05 23.02, 105.05 23.035)\"\n");
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.roads.edges.size(), 2U);
    for (auto const& edge : world.roads.edges) EXPECT_EQ(edge.kind, "commune");
    EXPECT_TRUE(std::any_of(world.notes.begin(), world.notes.end(), [](auto const& note) {
        return note.en.find("all 2 roads are taken for commune roads") != std::string::npos;
    }));
}

TEST_F(WorldLayers, OfRoadsInTheProvinceAreNotBlamedOnTheirCrs) {
    auto const line = R"w("LINESTRING (105.01 23.01, 105.05 23.02)")w";
    scenario.world.roads = file("roads.csv", fmt::format("highway,wkt\nfootway,{0}\nsteps,{0}\n", line));
    EXPECT_TRUE(says("2 roads lie in the province, but none has a kind that can be used"));
    EXPECT_EQ(geo::text(problems(), geo::Language::en).find("CRS"), std::string::npos);
    scenario.world.roads = file("roads.csv", "kind,wkt\ntrack,\"POINT (105.01 23.01)\"\n");
    EXPECT_TRUE(says("the layer of roads holds no line"));
    EXPECT_EQ(geo::text(problems(), geo::Language::en).find("CRS"), std::string::npos);
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
    auto people = note->en.substr(0, note->en.find(' '));
    std::erase(people, ',');                                                             // "2,289"
    EXPECT_NEAR(std::stod(people), cells * 3 * world.grid.cell_area_km2() / 0.0729, 30); // 270 m: 0.0729 km²
    EXPECT_NE(note->vi.find("ngoài mọi xã"), std::string::npos);
    scenario.world.rescale_population = true; // the table's totals are kept: nobody is missing
    auto const rescaled = read_world(scenario, {});
    EXPECT_EQ(left_out(rescaled), rescaled.notes.end());
}

TEST_F(WorldLayers, OfPeopleAreBroughtFromTheirYearToTheCensusYear) {
    geo::io::write_cog(folder / "people.tif", geo::Raster(geo::Grid{498'000, 2'552'000, 270, 60, 60}, 3),
                       geo::io::Crs("EPSG:32648", "test"), {"people", "1", {}, 0});
    scenario.world.population_raster = {"people.tif", "test.toml:7:9 world.population_raster", folder / "people.tif"};
    scenario.world.rescale_population = false;
    scenario.world.census_year = 2019;
    scenario.world.people_growth_share_per_year = 0.03;
    auto const as_counted = read_world(scenario, {});
    scenario.world.population_raster_year = 2021;
    auto const brought_back = read_world(scenario, {});
    EXPECT_NEAR(total(brought_back.people), total(as_counted.people) / (1.03 * 1.03), 1e-6 * total(as_counted.people));
    EXPECT_NE(brought_back.provenance.back().note.en.find("(of 2021), brought to the census year 2019"),
              std::string::npos);
    auto const says_nothing_changes = [](World const& world) {
        return std::any_of(world.notes.begin(), world.notes.end(), [](auto const& note) {
            return note.en.find("world.population_raster_year changes nothing") != std::string::npos;
        });
    };
    EXPECT_FALSE(says_nothing_changes(brought_back));
    scenario.world.rescale_population = true;
    EXPECT_TRUE(says_nothing_changes(read_world(scenario, {})));
}

TEST_F(WorldLayers, OfPeopleTellThatTheyReplaceTheVillagesFiguresAndHowManyGotNobody) {
    geo::Raster counts(geo::Grid{498'000, 2'552'000, 270, 60, 60}, 3);
    geo::io::write_cog(folder / "people.tif", counts, geo::io::Crs("EPSG:32648", "test"), {"people", "1", {}, 0});
    scenario.world.population_raster = {"people.tif", "test.toml:7:9 world.population_raster", folder / "people.tif"};
    scenario.world.villages = // two halls at one place: the second is nearest to no cell
        file("villages.csv", "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic\n"
                             "V1,Quyết Tiến,00701,105.02,23.02,7013,1702,2011,0,0\n"
                             "V2,Thèn Pả,00702,105.07,23.02,4000,800,2011,0,0\n"
                             "V3,Má Lủ,00702,105.07,23.02,321,111,2011,0,0\n");
    auto const world = read_world(scenario, {});
    EXPECT_TRUE(std::any_of(world.notes.begin(), world.notes.end(), [](auto const& note) {
        return note.en.find("households of 3 villages are taken from the population raster, in place of the table of "
                            "villages; 1 villages got nobody") != std::string::npos;
    }));
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

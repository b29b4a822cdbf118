// Maps, layers and the whole result folder, read back through the program's own readers.
#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/raster_file.h"
#include "geo/io/vector_file.h"
#include "sim/output/layers.h"
#include "sim/output/output.h"
#include "sim/output/signal_style.h"
#include "tests/sim/output/small_outcome.h"
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Files : public testing::Test {
  protected:
    Files() {
        geo::io::guard_gdal();
        s.world.crs.emplace("EPSG:32648", "test");
        identity.program_version = "0.7.3";
        identity.scenario_name = "hai-xã";
        identity.title = "Hai xã / Two communes";
        identity.changes = "seed=12";
        identity.input_hash = "5eed";
        identity.resolved_scenario = "name = \"hai-xã\"\n";
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    ~Files() override { fs::remove_all(folder); }
    SignalMaps maps() const {
        SignalMaps m;
        for (auto& raster : m.best_dbm) raster = geo::Raster(s.world.grid);
        m.best_dbm[index(Technology::g4)].at(1) = -84.2617F;
        return m;
    }
    test::Small s = test::small();
    RunIdentity identity;
    fs::path const folder = test::own_folder();
};

} // namespace

TEST_F(Files, OneMapPerTechnologyThatHasSignalRoundedToATenth) {
    write_maps(folder, 2021, maps(), s.world, s.scenario, identity, {});
    EXPECT_FALSE(fs::exists(folder / "maps/signal_2g_2021.tif"));
    auto const back = geo::io::read_raster({folder / "maps/signal_4g_2021.tif"}, "map", s.world.grid, *s.world.crs,
                                           geo::io::Resampling::bilinear);
    EXPECT_NEAR(back.at(1), -84.3F, 1e-4);
    EXPECT_TRUE(std::isnan(back.at(2)));
    EXPECT_EQ(geo::io::read_file(folder / "maps/signal_4g_2021.qml"),
              signal_qml(s.scenario.radio, Technology::g4)); // QGIS takes the style that has the map's name
    EXPECT_FALSE(fs::exists(folder / "maps/signal_2g_2021.qml"));
    auto const bytes = geo::io::read_file(folder / "maps/signal_4g_2021.tif");
    for (auto const* word : {"Sóng 4G 2021 / 4G signal 2021", "dBm", "5eed", "seed=12", "Hai xã / Two communes",
                             "villages, sites", "GeoNames, 2024", "-105"})
        EXPECT_THAT(bytes, HasSubstr(word));
}

TEST_F(Files, LayersHaveAsManyCellsAsColumns) {
    for (auto const& layer : plan_layers(s.world, s.scenario, s.outcome)) {
        EXPECT_FALSE(layer.rows.empty()) << layer.name;
        for (auto const& row : layer.rows) EXPECT_EQ(row.values.size(), layer.columns.size()) << layer.name;
    }
}

TEST_F(Files, ThePlanCanBeReadBackLayerByLayer) {
    write_results(folder, s.world, s.scenario, s.outcome, identity);
    auto const layer = [&](char const* name) {
        return geo::io::read_vector(folder / "plan.gpkg", "plan", *s.world.crs, name);
    };
    auto const villages = layer("villages");
    ASSERT_EQ(villages.shapes.size(), 3U);
    EXPECT_EQ(villages.shapes[1].fields.at("state_2020"), "weak");
    EXPECT_EQ(villages.shapes[2].fields.at("reason_2022"), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(villages.shapes[1].fields.at("signal_project"), "1");
    auto const communes = layer("communes");
    ASSERT_EQ(communes.shapes.size(), 2U);
    EXPECT_EQ(communes.shapes[0].fields.at("code"), "00701");
    EXPECT_NEAR(geo::area_m2(communes.shapes[0].polygons), 1e6, 1);
    auto const sites = layer("sites");
    ASSERT_EQ(sites.shapes.size(), 2U);
    EXPECT_EQ(sites.shapes[1].fields.at("status"), "new");
    EXPECT_EQ(sites.shapes[1].fields.at("year_built"), "2021");
    auto const links = layer("links");
    ASSERT_EQ(links.shapes.size(), 1U);
    EXPECT_EQ(links.shapes[0].fields.at("kind"), "microwave");
    EXPECT_EQ(layer("phases").shapes.size(), 1U);
}

TEST_F(Files, ATechnologyAddedToASiteIsItsOperatorsAndAsMadeUpAsTheSite) {
    auto& upgraded = s.world.sites.at(0);
    upgraded.operator_name = "Nhà mạng B";
    upgraded.synthetic = true;
    Candidate upgrade = s.outcome.candidates.list[0];
    upgrade.kind = ProjectKind::add_technology;
    upgrade.site = 0;
    s.outcome.candidates.list.push_back(upgrade);
    s.outcome.plan.projects.push_back(s.outcome.plan.projects[0]);
    s.outcome.plan.projects[1].candidate = 1;
    write_results(folder, s.world, s.scenario, s.outcome, identity);
    auto const sites = geo::io::read_vector(folder / "plan.gpkg", "plan", *s.world.crs, "sites");
    ASSERT_EQ(sites.shapes.size(), 3U);
    EXPECT_EQ(sites.shapes[1].fields.at("status"), "new");
    EXPECT_EQ(sites.shapes[1].fields.at("synthetic"), "0"); // planned, and no datum at all
    EXPECT_EQ(sites.shapes[2].fields.at("status"), "technology_added");
    EXPECT_EQ(sites.shapes[2].fields.at("synthetic"), "1");
    EXPECT_EQ(sites.shapes[2].fields.at("operator"), "Nhà mạng B");
}

TEST_F(Files, TheLayerOfCommunesForecastsTheRuralCriterion) {
    write_results(folder, s.world, s.scenario, s.outcome, identity);
    auto const communes = geo::io::read_vector(folder / "plan.gpkg", "plan", *s.world.crs, "communes");
    auto const& fields = communes.shapes.at(0).fields;
    EXPECT_EQ(fields.at("rural_criterion_8_2020"), "0");
    EXPECT_TRUE(!fields.contains("rural_criterion_8_2021") || fields.at("rural_criterion_8_2021").empty()); // unknown
    EXPECT_EQ(fields.at("rural_criterion_8_2022"), "1");
}

TEST_F(Files, AWholeResultVerifiesAndIsTheSameBytesTwice) {
    write_results(folder, s.world, s.scenario, s.outcome, identity);
    EXPECT_TRUE(is_complete(folder, identity));
    auto const once = geo::io::read_file(folder / "run.json"); // holds the hash of every other file
    fs::remove_all(folder);
    fs::create_directories(folder);
    write_results(folder, s.world, s.scenario, s.outcome, identity);
    EXPECT_EQ(geo::io::read_file(folder / "run.json"), once);
}

} // namespace phusong

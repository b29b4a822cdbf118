// Maps and tables of a scenario's coverage, read back.
#include "geo/io/csv_file.h"
#include "sim/output/area_results.h"
#include "sim/output/area_styles.h"
#include "sim/output/files.h"
#include "sim/run/sector_sites.h"
#include "tests/sim/output/small_outcome.h"
#include "tests/support/draw.h"
#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Three communes, two masts; a strip of terrain is missing in the east.
struct AreaOutput : testing::Test {
    AreaOutput() {
        test::Drawing drawing;
        drawing.rows = {".........~", ".T..V...V~", "..V....T.~", ".V...V..V~", ".........~"};
        drawing.communes = {"AAABBBCCC.", "AAABBBCCC.", "AAABBBCCC.", "AAABBBCCC.", "AAABBBCCC."};
        drawing.heights = {"..139.....", "..139.....", "...29.....", "...49.....", "...49....."};
        drawing.cell_m = 370;
        s.world = test::draw(drawing);
        s.world.crs.emplace("EPSG:32648", "test");
        s.world.census_year = 2019;
        s.world.people_growth_share_per_year = 0.031;
        s.world.provenance = {{"terrain", "drawn", "ab12", true, {}}};
        s.scenario.radio.margin_db = 9;
        s.scenario.radio.budget = {LinkBudget{947, 30, -95, 12}, LinkBudget{2140, 28, -100, 11},
                                   LinkBudget{1850, 9, -105, 12.5}, LinkBudget{2593, 38, -110, 6}};
        identity.program_version = "7.5";
        identity.scenario_name = "ba-xã";
        identity.title = "Ba xã / Three communes";
        identity.input_hash = "5ac3";
        sites = standing_sites(s.world);
        facts.sites = sites;
        antennas = read_antennas(s.scenario.radio.antenna, sites);
        result.question.location_percents = {50, 90.5};
        fs::remove_all(folder);
        fs::create_directories(folder);
        for (auto const t : {Technology::g2, Technology::g4}) take(t);
    }
    ~AreaOutput() override { fs::remove_all(folder); }
    void take(Technology t) {
        auto const ground = area_ground(s.world);
        auto const area = cover(lay_sectors(s.scenario.radio, t, sites, antennas, ground), {ground, s.scenario.radio});
        take_area(result, folder, area, places_of(s.world), facts);
    }
    [[nodiscard]] GDALDatasetUniquePtr map(std::string const& name) const {
        return GDALDatasetUniquePtr(GDALDataset::Open((folder / "maps" / (name + ".tif")).c_str()));
    }
    /// Value of the map's row, column.
    [[nodiscard]] double at(std::string const& name, int row, int col) const {
        double value = 0;
        EXPECT_EQ(
            map(name)->GetRasterBand(1)->RasterIO(GF_Read, col, row, 1, 1, &value, 1, 1, GDT_Float64, 0, 0, nullptr),
            CE_None);
        return value;
    }
    /// A table's rows as column → cell.
    [[nodiscard]] std::vector<std::map<std::string, std::string>> table(std::string const& text) const {
        auto const csv = geo::io::parse_csv(text, "table.csv");
        std::vector<std::map<std::string, std::string>> out;
        for (auto const& row : csv.rows) {
            auto& cells = out.emplace_back();
            for (std::size_t i = 0; i < row.cells.size(); ++i) cells[csv.columns[i]] = row.cells[i];
        }
        return out;
    }
    [[nodiscard]] std::string coverage() const {
        std::vector<AreaLevel> levels;
        for (auto const& part : result.parts) levels.insert(levels.end(), part.levels.begin(), part.levels.end());
        return coverage_csv(levels, result.question, facts);
    }

    test::Small s;
    RunIdentity identity;
    std::vector<SectorSite> sites;
    Antennas antennas;
    std::vector<std::string> options;
    AreaFacts facts{s.world, s.scenario, identity, sites, 2023, options};
    AreaResult result;
    fs::path folder = test::own_folder();
};

} // namespace

TEST_F(AreaOutput, EveryMapSaysWhatItIsInBothLanguagesAndHasAStyle) {
    write_area_results(folder, result, facts);
    std::vector<std::string> names;
    for (auto const& name : files_below(folder))
        if (name.ends_with(".tif")) names.push_back(name.substr(5, name.size() - 9));
    EXPECT_EQ(names.size(), 2 * 11U) << "11 of 4G, 10 of 2G, which has no rates, and the technologies";
    for (auto const& name : names) {
        auto const data = map(name);
        ASSERT_NE(data, nullptr) << name;
        auto& band = *data->GetRasterBand(1);
        std::string const words = band.GetDescription();
        auto const slash = words.find(" / ");
        ASSERT_NE(slash, std::string::npos) << words;
        EXPECT_NE(words.substr(0, slash), words.substr(slash + 3));
        EXPECT_FALSE(std::string(band.GetUnitType()).empty()) << name;
        int has_no_data = 0;
        (void)band.GetNoDataValue(&has_no_data);
        EXPECT_TRUE(has_no_data) << name;
        for (auto const& [key, value] : std::map<std::string, std::string>{
                 {"SYNTHETIC", "terrain"}, {"YEAR", "2023"}, {"INPUT_HASH", "5ac3"}, {"MODEL", "p1812"}})
            EXPECT_STREQ(data->GetMetadataItem(key.c_str()), value.c_str()) << name;
        CPLXMLTreeCloser const style(CPLParseXMLFile((folder / "maps" / (name + ".qml")).c_str()));
        EXPECT_TRUE(style) << name;
    }
}

TEST_F(AreaOutput, KeepsNumbersOfTheKindThatTheyAre) {
    write_area_results(folder, result, facts);
    auto const type = [&](char const* name) { return map(name)->GetRasterBand(1)->GetRasterDataType(); };
    EXPECT_EQ(type("path_loss_4g_2023"), GDT_UInt16);
    EXPECT_EQ(map("path_loss_4g_2023")->GetRasterBand(1)->GetScale(), 0.01);
    EXPECT_EQ(type("signal_4g_2023"), GDT_Float32);
    EXPECT_EQ(type("server_second_4g_2023"), GDT_UInt16);
    EXPECT_EQ(type("reason_4g_2023"), GDT_Byte);
    EXPECT_EQ(type("technology_2023"), GDT_Byte);
    EXPECT_EQ(at("reason_4g_2023", 1, 9), 6) << "no terrain";
    EXPECT_EQ(at("technology_2023", 1, 9), 255);
    EXPECT_EQ(at("overlap_4g_2023", 1, 9), 65535);
    EXPECT_EQ(at("technology_2023", 2, 1), 4);
}

TEST_F(AreaOutput, SignalIsWhatTheSectorRadiatesLessLossAndPattern) {
    double const loss_db = 0.01 * at("path_loss_2g_2023", 3, 1), dbm = at("signal_2g_2023", 3, 1);
    auto const sector = static_cast<std::uint32_t>(at("server_2g_2023", 3, 1));
    ASSERT_LT(sector, 6U);
    EXPECT_LE(dbm, 30 - 9 - loss_db + 0.06) << "never more than in the main direction";
    EXPECT_GT(dbm, 30 - 9 - loss_db - 30);
    EXPECT_LE(at("signal_second_2g_2023", 3, 1), dbm);
}

TEST_F(AreaOutput, CommunesAddUpToTheProvinceInEveryFigureOfEveryLevel) {
    auto const rows = table(coverage());
    ASSERT_EQ(rows.size(), 2U * 2U * 4U) << "two technologies, two levels, three communes and their sum";
    std::map<std::string, double> sums;
    int checked = 0;
    for (auto const& row : rows) {
        for (auto const& [column, cell] : row) {
            bool const adds =
                column.starts_with("people") || column.starts_with("villages") || column.starts_with("area");
            if (!adds || column.find("share") != std::string::npos) continue;
            if (row.at("kind") == "sum") {
                EXPECT_NEAR(std::stod(cell), sums[column], 1e-9) << column;
                ++checked;
            } else
                sums[column] += std::stod(cell);
        }
        if (row.at("kind") == "sum") sums.clear();
    }
    EXPECT_EQ(checked, 4 * 9);
}

TEST_F(AreaOutput, FewerHaveASignalThatMorePlacesOrAHigherThresholdMustHave) {
    for (auto const& part : result.parts) {
        ASSERT_EQ(part.levels.size(), 2U);
        auto const good = sum_of(part.levels[0]), weak = sum_of(part.levels[1]);
        EXPECT_LE(good.at[1].area_km2, good.at[0].area_km2);
        EXPECT_LE(good.at[0].area_km2, weak.at[0].area_km2);
        EXPECT_LE(weak.at[0].people, weak.all.people);
        EXPECT_GT(good.at[0].area_km2, 0);
    }
    auto const g4 = sum_of(result.parts[1].levels[0]);
    EXPECT_LT(g4.at[1].area_km2, g4.at[0].area_km2) << "the case must tell the two apart";
}

TEST_F(AreaOutput, PeopleAreThoseOfTheYearAndHeadsSayThePercentage) {
    auto const rows = table(coverage());
    EXPECT_TRUE(rows[0].contains("people_covered_p50"));
    EXPECT_TRUE(rows[0].contains("area_covered_km2_p90.5"));
    double people = 0;
    for (auto const& village : s.world.villages) people += village.people;
    EXPECT_EQ(std::stol(rows[3].at("people")), std::lround(people * std::pow(1.031, 4)));
    EXPECT_EQ(rows[3].at("name"), "Toàn tỉnh / Whole province");
    EXPECT_EQ(rows[0].at("synthetic_layers"), "terrain");
}

TEST_F(AreaOutput, TheTableOfSectorsSaysWhatTheNumbersOnTheMapsMean) {
    auto const rows = table(result.sectors.text());
    ASSERT_EQ(rows.size(), 2U * 6U);
    EXPECT_EQ(rows[4].at("technology"), "2g");
    EXPECT_EQ(rows[4].at("sector"), "4");
    EXPECT_EQ(rows[4].at("site_code"), "T2");
    EXPECT_EQ(rows[4].at("azimuth_deg"), "120");
    EXPECT_EQ(rows[4].at("eirp_less_margin_dbm"), "21");
    double best_km2 = 0;
    for (std::size_t i = 6; i < 12; ++i) best_km2 += std::stod(rows[i].at("best_server_km2"));
    std::size_t served = 0;
    for (int r = 0; r < 5; ++r)
        for (int c = 0; c < 10; ++c) served += at("server_4g_2023", r, c) < 65535 ? 1U : 0U;
    EXPECT_NEAR(best_km2, static_cast<double>(served) * 0.37 * 0.37, 1e-3);
}

TEST_F(AreaOutput, GapsAreCountedAndTold) {
    auto const summary = nlohmann::json::parse(area_summary_json(result, facts));
    EXPECT_GT(summary["technologies"][0]["samples_without_terrain"].get<int>(), 0);
    EXPECT_EQ(summary["technologies"][0]["sites"], 2);
    EXPECT_EQ(summary["technologies"][0]["sectors"], 6);
    EXPECT_THAT(summary["notes"].dump(), HasSubstr("terrain is missing on the way"));
    take(Technology::g5); // nobody has it: no maps, and a word about it
    EXPECT_FALSE(fs::exists(folder / "maps/signal_5g_2023.tif"));
    EXPECT_EQ(result.notes.back().en, "no site has 5G");
}

TEST_F(AreaOutput, MapsCarryWhatTheSignalWasComputedFrom) {
    s.scenario.radio.time_percent = 7;
    s.scenario.radio.delta_n = 61.5;
    s.scenario.radio.building_entry = "traditional";
    s.scenario.radio.building_entry_percent = 72;
    take(Technology::g4);
    auto const data = map("signal_4g_2023");
    for (auto const& [key, value] : std::map<std::string, std::string>{{"TIME_PERCENT", "7"},
                                                                       {"LOCATION_PERCENT", "50"},
                                                                       {"DELTA_N", "61.5"},
                                                                       {"N0", "360"},
                                                                       {"EIRP_DBM", "9"},
                                                                       {"MARGIN_DB", "9"},
                                                                       {"RX_HEIGHT_M", "1.5"},
                                                                       {"BUILDING_ENTRY", "traditional"},
                                                                       {"BUILDING_ENTRY_PERCENT", "72"},
                                                                       {"SHORT_PATH", "rma"},
                                                                       {"POLARIZATION", "vertical"},
                                                                       {"SECTORS", "3"},
                                                                       {"HORIZONTAL_BEAMWIDTH_DEG", "65"},
                                                                       {"ELECTRICAL_TILT_DEG", "3"}})
        EXPECT_STREQ(data->GetMetadataItem(key.c_str()), value.c_str()) << key;
}

TEST_F(AreaOutput, SaysWhyItIsNotWhatARunGives) {
    EXPECT_THAT(area_summary_json(result, facts), HasSubstr("radio.antenna.sectors = 1 gives the signal of run"));
    EXPECT_THAT(area_summary_text(result, facts, geo::Language::vi), HasSubstr("Khác với run"));
}

TEST_F(AreaOutput, ThePaletteOfSectorsNamesSiteAndAzimuth) {
    auto const ground = area_ground(s.world);
    auto const laid = lay_sectors(s.scenario.radio, Technology::g4, sites, antennas, ground);
    auto const style = sectors_qml(laid, sites);
    EXPECT_THAT(style, HasSubstr("value=\"4\""));
    EXPECT_THAT(style, HasSubstr("label=\"T2 120°\""));
}

} // namespace phusong

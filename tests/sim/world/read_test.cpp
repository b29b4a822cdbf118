#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "geo/problem.h"
#include "sim/world/read.h"
#include "tests/sim/world/mountains.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// A folder with the tables of a small district: two communes, three villages, spot heights.
class ReadWorld : public ::testing::Test {
  protected:
    void SetUp() override {
        auto const* const info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = std::filesystem::path(::testing::TempDir()) / ("read_world_" + std::string(info->name()));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        scenario.world.crs = "EPSG:32648";
        scenario.world.cell_m = 90;
        scenario.world.margin_km = 1.5;
        scenario.world.census_year = 2019;
        scenario.world.people_growth_share_per_year = 0.02;
        scenario.world.communes = table("communes.csv", communes);
        scenario.world.villages = table("villages.csv", villages);
        test::name_mountains(scenario.world);
        scenario.world.spot_heights = table("spots.csv", spots);
    }
    InputPath table(std::string const& name, std::string const& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        return {name, "test.toml:5:9 world." + name, folder / name};
    }
    geo::Problems problems() const {
        try {
            check_world(scenario);
        } catch (geo::InputError const& e) {
            return e.problems;
        }
        return {};
    }
    bool says(std::string const& where, std::string const& what) const {
        auto const all = problems();
        bool const found = std::any_of(all.begin(), all.end(), [&](auto const& p) {
            return p.where == where && p.what.en.find(what) != std::string::npos && !p.what.vi.empty();
        });
        if (!found) ADD_FAILURE() << "not among:\n" << geo::text(all, geo::Language::en);
        return found;
    }

    std::string const communes = "# two communes\n"
                                 "code,name,kind,district_code,district,seat_lon,seat_lat,area_km2,people,households,"
                                 "poor_share,rural_criterion_8\n"
                                 "00702,Lũng Cú,commune,026,Đồng Văn,105.05,23.06,34.6,4321,911,0.52,1\n"
                                 "00701,Đồng Văn,township,026,Đồng Văn,105.00,23.00,27.3,7013,1702,0.31,0\n";
    std::string const villages =
        "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic,source\n"
        "V2,Thèn Pả,00702,105.052,23.062,4321.3,911,2011,0,1,drawn\n"
        "V1,Quyết Tiến,00701,105.004,23.003,4513,1102,2003,2016,0,drawn\n"
        "V3,Má Lủ,00701,104.985,22.991,2500,600,2024,0,0,drawn\n";
    std::string const spots =
        "lon,lat,height_m,source\n105.0,23.0,1025,a\n105.05,23.06,1432,b\n105.02,22.99,911,c\n104.98,23.03,1377,d\n";
    std::filesystem::path folder;
    Scenario scenario;
};

TEST_F(ReadWorld, ReadsTablesMakesCellsAndTerrainAndKeepsEveryPerson) {
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.communes.size(), 2U);
    EXPECT_EQ(world.communes[0].code, "00701"); // ascending
    EXPECT_EQ(world.communes[1].name, "Lũng Cú");
    EXPECT_NEAR(geo::area_m2(world.communes[1].boundary), 34.6e6, 40);
    EXPECT_EQ(world.villages.at(1).code, "V2");
    EXPECT_EQ(world.villages[1].commune, CommuneId{1});
    EXPECT_EQ(std::fmod(world.grid.west_m, 90), 0);
    EXPECT_FALSE(world.terrain_m.values.isNaN().any());
    EXPECT_NEAR(static_cast<double>((world.commune_of_cell == 0).count()) * 0.0081, 27.3, 0.2);
    double people = 0;
    for (auto const& p : world.people) people += p.people;
    EXPECT_NEAR(people, 7013 + 4321.3, 1e-6);
    EXPECT_NEAR(world.growth_since_census(2021), 1.02 * 1.02, 1e-12);
}

TEST_F(ReadWorld, LetsHouseholdsThatNobodyWroteFollowThePeople) {
    auto text = villages;
    text.replace(text.find(",1102,"), 6, ",0,");
    text.replace(text.find(",600,"), 5, ",0,");
    scenario.world.villages = table("villages.csv", text);
    auto const world = read_world(scenario, {});
    EXPECT_NEAR(world.villages.at(0).households, 1702 * 4513 / 7013.0, 1e-9);
    EXPECT_NEAR(world.villages.at(2).households, 1702 * 2500 / 7013.0, 1e-9);
    EXPECT_EQ(world.villages.at(1).households, 911); // of the other commune: as written
}

TEST_F(ReadWorld, SaysWhereEveryLayerCameFromAndWhatIsMadeUp) {
    auto const world = read_world(scenario, {});
    auto const of = [&](std::string const& layer) {
        return *std::find_if(world.provenance.begin(), world.provenance.end(),
                             [&](auto const& p) { return p.layer == layer; });
    };
    EXPECT_FALSE(of("communes").synthetic);
    EXPECT_EQ(of("communes").sha256.size(), 64U);
    EXPECT_TRUE(of("boundaries").synthetic);
    EXPECT_TRUE(of("terrain").synthetic);
    EXPECT_TRUE(of("villages").synthetic);
    EXPECT_EQ(of("villages").note.en, "1 of 3 rows are made up");
}

TEST_F(ReadWorld, ReportsEveryProblemOfEveryTableAtOnce) {
    auto text = communes;
    text.replace(text.find("27.3"), 4, "-7.3");
    text.replace(text.find("township"), 8, "townshp ");
    scenario.world.communes = table("communes.csv", text);
    text = villages;
    text.replace(text.find("00702"), 5, "00704");
    text.replace(text.find("V3"), 2, "V1");
    scenario.world.villages = table("villages.csv", text);
    scenario.world.sites =
        table("sites.csv", "code,operator,commune_code,lon,lat,mast_height_m,technologies,synthetic\n"
                           "S1,Viettel,00701,105.0,23.0,42,2g+6g,0\n");
    EXPECT_TRUE(says("communes.csv:4 area_km2", "-7.3"));
    EXPECT_TRUE(says("communes.csv:4 kind", "townshp"));
    EXPECT_TRUE(says("villages.csv:2 commune_code", "no commune “00704”"));
    EXPECT_TRUE(says("villages.csv:4 code", "already on line 3"));
    EXPECT_TRUE(says("sites.csv:2 technologies", "6g"));
}

TEST_F(ReadWorld, TellsOnceThatATableLostItsLeadingZeros) {
    auto text = villages;
    for (auto at = text.find(",0070"); at != std::string::npos; at = text.find(",0070", at + 1)) text.erase(at + 1, 2);
    scenario.world.villages = table("villages.csv", text);
    auto const found = problems();
    ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
    EXPECT_EQ(found[0].where, "villages.csv:2 commune_code");
    EXPECT_EQ(found[0].what.en.find("3 rows write commune codes"), 0U) << found[0].what.en;
    EXPECT_NE(found[0].what.en.find("such as “702” for “00702”"), std::string::npos) << found[0].what.en;
    EXPECT_NE(found[0].hint.en.find("Excel"), std::string::npos);
    EXPECT_NE(found[0].what.vi.find("3 dòng"), std::string::npos);
}

TEST_F(ReadWorld, SuggestsNoOtherCommuneForAnUnknownCode) {
    auto text = villages;
    text.replace(text.find("00702"), 5, "00704");
    scenario.world.villages = table("villages.csv", text);
    auto const found = problems();
    ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
    EXPECT_TRUE(found[0].hint.en.empty()) << found[0].hint.en;
}

TEST_F(ReadWorld, RefusesATechnologyNamedTwice) {
    scenario.world.sites =
        table("sites.csv", "code,operator,commune_code,lon,lat,mast_height_m,technologies,synthetic\n"
                           "S1,Viettel,00701,105.0,23.0,42,2g+3g+2g,0\n");
    EXPECT_TRUE(says("sites.csv:2 technologies", "names 2g twice"));
}

TEST_F(ReadWorld, CarriesWhichPlacesOfFibreAndInstitutionsAreAssumed) {
    scenario.world.fibre_nodes = table("fibre.csv", "code,commune_code,lon,lat,synthetic\n"
                                                    "F1,00701,105.0,23.0,1\nF2,00702,105.05,23.06,0\n");
    scenario.world.institutions = table("institutions.csv", "code,kind,name,commune_code,lon,lat,connected\n"
                                                            "P1,post,Bưu điện,00701,105.0,23.0,0\n");
    auto const world = read_world(scenario, {});
    auto const of = [&](std::string const& layer) {
        return *std::find_if(world.provenance.begin(), world.provenance.end(),
                             [&](auto const& p) { return p.layer == layer; });
    };
    EXPECT_TRUE(world.fibre_nodes.at(0).synthetic);
    EXPECT_FALSE(world.fibre_nodes.at(1).synthetic);
    EXPECT_TRUE(of("fibre_nodes").synthetic);
    EXPECT_EQ(of("fibre_nodes").note.en, "places of 1 of 2 rows are assumed or made up");
    EXPECT_FALSE(of("institutions").synthetic); // the column is optional: nobody has said so
    scenario.world.institutions = table("institutions.csv", "code,kind,name,commune_code,lon,lat,connected,synthetic\n"
                                                            "P1,post,Bưu điện,00701,105.0,23.0,0,2\n");
    EXPECT_TRUE(says("institutions.csv:2 synthetic", "is “2”"));
}

TEST_F(ReadWorld, RefusesMapsThatNeedMoreMemoryThanAllowed) {
    scenario.world.memory_gib = 0.01;
    EXPECT_TRUE(problems().empty()); // some 20,000 cells: a megabyte
    scenario.world.cell_m = 10;
    EXPECT_TRUE(says("world.cell_m", "cells (10 m, margin 1.5 km) and need about"));
    auto const found = problems();
    ASSERT_EQ(found.size(), 1U) << geo::text(found, geo::Language::en);
    EXPECT_NE(found[0].hint.en.find("lower world.margin_km"), std::string::npos);
    EXPECT_THROW((void)read_world(scenario, {}), geo::InputError);
    scenario.world.memory_gib = 1;
    EXPECT_TRUE(problems().empty());
}

TEST_F(ReadWorld, RefusesPeopleThatDoNotAddUpAndSpreadsThemWhereTheTableSaysNothing) {
    auto text = villages;
    text.replace(text.find("4513"), 4, "4512");
    scenario.world.villages = table("villages.csv", text);
    EXPECT_TRUE(says("villages.csv", "have 7012.0 people, the table of communes says 7013.0"));
    text = villages;
    text.replace(text.find("4513"), 4, "0");
    text.replace(text.find("2500"), 4, "0");
    scenario.world.villages = table("villages.csv", text);
    auto const world = read_world(scenario, {});
    EXPECT_DOUBLE_EQ(world.villages[0].people, 7013 / 2.0);
}

TEST_F(ReadWorld, RefusesDuplicateCommunesAndCommunesWithoutVillages) {
    scenario.world.communes =
        table("communes.csv", communes + "00701,Sủng Là,commune,026,Đồng Văn,105.1,23.1,20,3210,711,0.4,0\n"
                                         "00703,Phố Là,commune,026,Đồng Văn,105.1,23.0,20.5,3333,722,0.4,0\n");
    EXPECT_TRUE(says("communes.csv:5 code", "already on line 4"));
    scenario.world.communes =
        table("communes.csv", communes + "00703,Phố Là,commune,026,Đồng Văn,105.1,23.0,20.5,3333,722,0.4,0\n");
    EXPECT_TRUE(says("villages.csv", "commune 00703 (Phố Là) has 3333 people but no village"));
}

TEST_F(ReadWorld, RefusesPointsOutsideTheProvinceAndSeatsOnOnePlace) {
    auto text = villages;
    text.replace(text.find("105.052,23.062"), 14, "23.062,105.05");
    scenario.world.villages = table("villages.csv", text);
    EXPECT_TRUE(says("villages.csv:2 lat", "105.05"));
    text = villages;
    text.replace(text.find("105.052"), 7, "105.352");
    scenario.world.villages = table("villages.csv", text);
    EXPECT_TRUE(says("villages.csv:2 lon", "outside the province"));
    text = communes;
    text.replace(text.find("105.05,23.06"), 12, "105.00,23.00");
    scenario.world.communes = table("communes.csv", text);
    EXPECT_TRUE(says("communes.csv", "communes 00701 and 00702 have the same seat"));
}

TEST_F(ReadWorld, AsksForTerrainWhenThereIsNone) {
    scenario.world.spot_heights = {};
    EXPECT_TRUE(says("world.terrain", "no terrain"));
}

TEST_F(ReadWorld, AsksForTheMountainsWhenTerrainIsMade) {
    scenario.world.relief = {};
    EXPECT_TRUE(says("world.relief", "is not given, and terrain is made from spot heights"));
    scenario.world.relief = table("relief.csv", "range_m,variance_m2,ridged,source\n1300,-7,2,drawn\n20,5,0,drawn\n");
    EXPECT_TRUE(says("relief.csv:2 variance_m2", "-7"));
    EXPECT_TRUE(says("relief.csv:2 ridged", "2"));
    EXPECT_TRUE(says("relief.csv:3 range_m", "20"));
    scenario.world.relief = table("relief.csv", "range_m,variance_m2,ridged,source\n");
    EXPECT_TRUE(says("relief.csv", "has 0 rows"));
}

TEST_F(ReadWorld, MakesOtherTerrainFromOtherMountains) {
    Store const store{folder / "store"}; // each mountains are kept under a name of their own
    auto const before = read_world(scenario, store);
    scenario.world.relief = table("relief.csv", "range_m,variance_m2,ridged,source\n1300,21000,1,drawn\n");
    auto const rougher = read_world(scenario, store);
    EXPECT_FALSE((rougher.terrain_m.values == before.terrain_m.values).all());
    scenario.world.lift_m = 613;
    auto const lifted = read_world(scenario, store);
    EXPECT_GT(lifted.terrain_m.values.mean(), rougher.terrain_m.values.mean() + 100);
}

TEST_F(ReadWorld, MakesOneVillagePerCommuneWhenThereIsNoTable) {
    scenario.world.villages = {};
    auto const world = read_world(scenario, {});
    ASSERT_EQ(world.villages.size(), 2U);
    EXPECT_TRUE(world.villages[0].synthetic);
    EXPECT_EQ(world.villages[0].people, 7013);
}

TEST_F(ReadWorld, ChecksWithoutMakingAnything) { EXPECT_TRUE(problems().empty()); }

TEST_F(ReadWorld, GivesTheSameTerrainFromTheStoreAsFresh) {
    Store const store{folder / "store"};
    auto const fresh = read_world(scenario, {}), first = read_world(scenario, store),
               again = read_world(scenario, store);
    ASSERT_FALSE(std::filesystem::is_empty(store.folder));
    EXPECT_TRUE((fresh.terrain_m.values == first.terrain_m.values).all());
    EXPECT_TRUE((fresh.terrain_m.values == again.terrain_m.values).all());
    scenario.seed = 77;
    EXPECT_FALSE((read_world(scenario, store).terrain_m.values == fresh.terrain_m.values).all());
}

TEST_F(ReadWorld, MakesKeptTerrainAnewAndSaysSoWhenItsChecksumDoesNotAgree) {
    Store const store{folder / "store"};
    auto const fresh = read_world(scenario, store);
    EXPECT_TRUE(fresh.remarks.empty());
    std::filesystem::path terrain, checksum;
    for (auto const& entry : std::filesystem::directory_iterator(store.folder))
        (entry.path().extension() == ".tif" ? terrain : checksum) = entry.path();
    auto const whole = geo::io::read_file(terrain), line = geo::io::read_file(checksum);
    EXPECT_EQ(line, geo::io::sha256(whole) + "  " + terrain.filename().string() + '\n'); // sha256sum -c reads it
    auto const is_made_anew = [&](char const* what) {
        auto const again = read_world(scenario, store);
        ASSERT_EQ(again.remarks.size(), 1U) << what;
        EXPECT_NE(again.remarks[0].en.find("made anew"), std::string::npos);
        EXPECT_NE(again.remarks[0].vi.find("dựng lại"), std::string::npos);
        EXPECT_EQ(again.notes, fresh.notes); // notes reach files that must not depend on a store
        EXPECT_TRUE((again.terrain_m.values == fresh.terrain_m.values).all()) << what;
        EXPECT_TRUE(read_world(scenario, store).remarks.empty()) << what; // and it is whole now
    };
    auto flipped = whole;
    flipped[whole.size() / 2] ^= 4;
    geo::io::write_file(terrain, flipped);
    is_made_anew("a byte flipped");
    geo::io::write_file(terrain, whole.substr(0, whole.size() - 7));
    is_made_anew("cut short");
    geo::io::write_file(terrain, "");
    is_made_anew("empty");
    std::filesystem::remove(checksum);
    is_made_anew("without checksum");
    geo::io::write_file(checksum, line.substr(0, 40));
    is_made_anew("checksum cut short");
}

} // namespace
} // namespace phusong

#include "tests/tools/data_tables.h"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace phusong::test {
namespace {

std::vector<Row> ha_giang(std::string const& file) { return table("ha_giang/" + file); }

double fact(std::string const& id) {
    for (auto const& row : ha_giang("facts.csv"))
        if (row.at("id") == id) return number(row, "value");
    ADD_FAILURE() << "no fact " << id;
    return NAN;
}

TEST(HaGiangCommunes, AddUpToThePublishedTotals) {
    auto const communes = ha_giang("communes.csv");
    EXPECT_EQ(communes.size(), 193u);
    EXPECT_EQ(values(communes, "code").size(), 193u);
    EXPECT_EQ(sum(communes, "people"), 854'679);
    EXPECT_NEAR(sum(communes, "area_km2"), 7928, 0.001 * 7928);
    EXPECT_EQ(count_by(communes, "kind"),
              (std::map<std::string, int>{{"commune", 175}, {"township", 13}, {"ward", 5}}));
}

TEST(HaGiangCommunes, AddUpToTheDistrictTotals) {
    auto const by_district = sums_by(ha_giang("communes.csv"), "district_code", "people");
    EXPECT_EQ(by_district.size(), 11u);
    for (auto const& [code, people] : by_district) EXPECT_EQ(people, fact("people_district_" + code)) << code;
}

TEST(HaGiangCommunes, MetCriterion8In45OfWhichSevenAreNamed) {
    auto const communes = ha_giang("communes.csv");
    EXPECT_EQ(sum(communes, "rural_criterion_8"), 45);
    std::set<std::string> named;
    int assumed = 0;
    for (auto const& row : communes) {
        if (row.at("rural_criterion_8") == "0") continue;
        EXPECT_EQ(row.at("kind"), "commune") << row.at("name");
        if (row.at("note").find("(named in the report") != std::string::npos) named.insert(row.at("name"));
        if (row.at("note").find("assumed met") != std::string::npos) ++assumed;
    }
    EXPECT_EQ(assumed, 38);
    EXPECT_EQ(named, (std::set<std::string>{"Phong Quang", "Hồ Thầu", "Bản Ngò", "Hương Sơn", "Tiên Kiều", "Pả Vi",
                                            "Lũng Cú"}));
}

TEST(HaGiangCommunes, HaveHouseholdsHalfOfThemPoorOrNearPoor) {
    auto const communes = ha_giang("communes.csv");
    EXPECT_NEAR(sum(communes, "households"), 190'000 / std::pow(854'679.0 / 724'537.0, 0.3), 100);
    double poor = 0;
    for (auto const& row : communes) {
        poor += number(row, "households") * number(row, "poor_share");
        EXPECT_THAT(number(row, "people") / number(row, "households"), testing::AllOf(testing::Gt(3), testing::Lt(6)));
        EXPECT_THAT(number(row, "people_error_share"), testing::AllOf(testing::Ge(0.02), testing::Le(0.12)));
    }
    EXPECT_NEAR(poor / sum(communes, "households"), 0.5, 0.005);
}

TEST(HaGiangVillages, Are2000WithThePublishedNumbersOfMeoVac) {
    auto const villages = ha_giang("villages.csv");
    EXPECT_EQ(villages.size(), 2000u);
    EXPECT_EQ(values(villages, "code").size(), 2000u);
    std::map<std::string, std::string> district;
    for (auto const& row : ha_giang("communes.csv")) district[row.at("code")] = row.at("district");
    int meo_vac = 0, powered = 0;
    for (auto const& row : villages) {
        ASSERT_TRUE(district.contains(row.at("commune_code"))) << row.at("code");
        if (district[row.at("commune_code")] != "Mèo Vạc") continue;
        ++meo_vac;
        powered += number(row, "grid_power_year") <= 2020 ? 1 : 0;
    }
    EXPECT_EQ(meo_vac, 199);
    EXPECT_EQ(powered, 162);
}

TEST(HaGiangVillages, HoldThePeopleAndHouseholdsOfTheirCommune) {
    auto const villages = ha_giang("villages.csv");
    auto const people = sums_by(villages, "commune_code", "people"),
               households = sums_by(villages, "commune_code", "households");
    for (auto const& row : ha_giang("communes.csv")) {
        ASSERT_TRUE(people.contains(row.at("code"))) << row.at("name");
        EXPECT_EQ(people.at(row.at("code")), number(row, "people")) << row.at("name");
        EXPECT_EQ(households.at(row.at("code")), number(row, "households")) << row.at("name");
    }
}

TEST(HaGiangVillages, AreCalledVillageOnceInTheirNames) {
    for (auto const& row : ha_giang("villages.csv")) {
        auto const& name = row.at("name");
        auto const space = name.find(' ');
        if (space == std::string::npos) continue;
        auto const word = name.substr(0, space + 1);
        bool const prefix = word == "Bản " || word == "Thôn " || word == "Xóm " || word == "Làng ";
        EXPECT_FALSE(prefix && name.substr(space + 1).starts_with(word)) << row.at("code") << ' ' << name;
    }
}

TEST(HaGiangVillages, KeepEveryKnownPlaceOnceAndFlagTheOthers) {
    std::set<std::string> known, kept;
    std::set<std::pair<std::string, std::string>> places;
    for (auto const& row : ha_giang("villages_known.csv"))
        if (places.insert({row.at("lon"), row.at("lat")}).second) known.insert(row.at("source"));
    for (auto const& row : ha_giang("villages.csv")) {
        bool const made = row.at("source").find("phusong-synthesize") != std::string::npos;
        EXPECT_EQ(row.at("synthetic"), made ? "1" : "0") << row.at("code");
        EXPECT_EQ(row.at("name").find("(giả định)") != std::string::npos, made) << row.at("code");
        EXPECT_TRUE(made || kept.insert(row.at("source")).second) << row.at("code");
    }
    EXPECT_EQ(kept, known);
    EXPECT_EQ(known.size(), 946u);
}

TEST(HaGiangVillages, MadeOnesStand500MetresFromAnyOther) {
    struct Place {
        double x_km, y_km;
        bool at_seat, made;
    };
    std::vector<Place> places;
    std::set<std::pair<std::string, std::string>> seats;
    for (auto const& row : ha_giang("communes.csv")) seats.insert({row.at("seat_lon"), row.at("seat_lat")});
    for (auto const& row :
         ha_giang("villages.csv")) // at 23° N a degree of longitude is 102.5 km; 2 % on 500 m is no matter
        places.push_back({number(row, "lon") * 102.5, number(row, "lat") * 110.75,
                          seats.contains({row.at("lon"), row.at("lat")}), row.at("synthetic") == "1"});
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i].made || places[i].at_seat) continue;
        for (std::size_t j = 0; j < places.size(); ++j) {
            double const apart_km = std::hypot(places[i].x_km - places[j].x_km, places[i].y_km - places[j].y_km);
            ASSERT_TRUE(i == j || apart_km > 0.48) << i << ' ' << j;
        }
    }
}

TEST(HaGiangVillages, HavePowerAndFibreInTheAssumedShares) {
    auto const villages = ha_giang("villages.csv");
    double powered = 0, passed = 0;
    for (auto const& row : villages) {
        powered += number(row, "grid_power_year") <= 2020 ? 1 : 0;
        EXPECT_LE(number(row, "grid_power_year"), 2027);
        if (number(row, "fibre_year") > 0) passed += number(row, "households");
    }
    EXPECT_NEAR(powered / 2000, fact("assumed_villages_with_grid_power") / 100, 0.005);
    EXPECT_NEAR(passed / sum(villages, "households"), fact("assumed_households_passed_by_fibre") / 100, 0.005);
}

TEST(HaGiangSites, Count2200StationsPerTechnologyWithTwoToSevenSitesPerCommune) {
    auto const sites = ha_giang("sites.csv");
    EXPECT_EQ(values(sites, "code").size(), sites.size());
    double stations = 0, with_4g = 0;
    for (auto const& row : sites) {
        stations += 1 + static_cast<double>(std::ranges::count(row.at("technologies"), '+'));
        with_4g += row.at("technologies").find("4g") != std::string::npos ? 1 : 0;
        EXPECT_EQ(row.at("synthetic"), "1");
        EXPECT_THAT(number(row, "mast_height_m"), testing::AllOf(testing::Ge(30), testing::Le(50)));
    }
    EXPECT_NEAR(stations, 2200, 22);
    EXPECT_NEAR(with_4g / static_cast<double>(sites.size()), 0.6, 0.02);
    auto const per_commune = count_by(sites, "commune_code");
    EXPECT_EQ(per_commune.size(), 193u);
    for (auto const& [code, count] : per_commune) EXPECT_TRUE(count >= 2 && count <= 7) << code << ' ' << count;
    EXPECT_EQ(values(sites, "operator"), (std::set<std::string>{"MobiFone", "VNPT", "Viettel", "Vietnamobile"}));
}

TEST(HaGiangInstitutions, CountAsTheReportDoes) {
    auto const rows = ha_giang("institutions.csv");
    EXPECT_EQ(count_by(rows, "kind"),
              (std::map<std::string, int>{{"government", 225}, {"one_stop", 205}, {"post", 228}}));
    EXPECT_EQ(values(rows, "code").size(), rows.size());
    auto const communes = values(ha_giang("communes.csv"), "code");
    for (auto const& row : rows) EXPECT_TRUE(communes.contains(row.at("commune_code"))) << row.at("code");
    for (auto const& row : rows) EXPECT_EQ(row.at("connected"), row.at("kind") == "post" ? "0" : "1") << row.at("code");
}

TEST(HaGiangFibreNodes, StandInEveryCommune) {
    auto const nodes = ha_giang("fibre_nodes.csv");
    EXPECT_EQ(nodes.size(), 193u);
    EXPECT_EQ(values(nodes, "commune_code"), values(ha_giang("communes.csv"), "code"));
}

TEST(HaGiangFibreNodes, AndInstitutionsStandAtAssumedPlacesAndSaySo) {
    for (auto const* file : {"fibre_nodes.csv", "institutions.csv"})
        for (auto const& row : ha_giang(file)) EXPECT_EQ(row.at("synthetic"), "1") << row.at("code");
}

TEST(HaGiangTargets, HoldThePublishedFiguresOf2020FromBothSides) {
    std::map<std::string, std::map<std::string, double>> limits; // indicator, comparison: the tightest
    auto const rows = ha_giang("targets.csv");
    EXPECT_EQ(rows.size(), 40u);
    EXPECT_EQ(values(rows, "id").size(), 40u);
    for (auto const& row : rows) {
        if (row.at("year") != "2020") continue;
        auto& limit = limits[row.at("indicator")];
        auto const [at, fresh] = limit.emplace(row.at("comparison"), number(row, "value"));
        if (!fresh && row.at("comparison") == "at_least") at->second = std::max(at->second, number(row, "value"));
    }
    struct Published {
        char const* indicator;
        double least, most;
    };
    for (auto const& p :
         {Published{"mobile_subscribers_per_100", 67.74, 67.76}, Published{"internet_subscriber_growth", 3.65, 3.75},
          Published{"villages_with_signal", 98.2, 98.8}, Published{"postal_points", 228, 228},
          Published{"communes_meeting_rural_criterion_8", 45, 45},
          Published{"government_units_connected_count", 225, 225}}) {
        EXPECT_EQ(limits[p.indicator]["at_least"], p.least) << p.indicator;
        EXPECT_EQ(limits[p.indicator]["at_most"], p.most) << p.indicator;
    }
}

TEST(HaGiangTables, ThatNoProgramMakesBeginWithTheirHeaderAsOtherProgramsExpect) {
    for (auto const* file : {"communes", "districts", "facts", "fibre_nodes", "institutions", "named_roads",
                             "spot_heights", "targets", "villages_known"}) {
        std::ifstream in(std::string(PHUSONG_SOURCE_DIR "/data/ha_giang/") + file + ".csv");
        EXPECT_NE(in.get(), '#') << file;
    }
}

TEST(HaGiangSpotHeights, AreUniqueAndPlausible) {
    std::set<std::pair<std::string, std::string>> places;
    for (auto const& row : ha_giang("spot_heights.csv")) {
        EXPECT_TRUE(places.insert({row.at("lon"), row.at("lat")}).second) << row.at("source");
        EXPECT_THAT(number(row, "height_m"), testing::AllOf(testing::Ge(0), testing::Lt(2700)));
    }
    EXPECT_GT(places.size(), 3000u);
}

TEST(HaGiangTables, StaySmallEnoughForAGitHistory) {
    std::filesystem::path const folder = PHUSONG_SOURCE_DIR "/data/ha_giang";
    EXPECT_LT(std::filesystem::file_size(folder / "spot_heights.csv"), 400u << 10);
    EXPECT_LT(std::filesystem::file_size(folder / "roads.csv"), 900u << 10);
}

TEST(HaGiangTables, SayWhereEveryRowComesFrom) {
    for (auto const& entry : std::filesystem::directory_iterator(PHUSONG_SOURCE_DIR "/data/ha_giang")) {
        if (entry.path().extension() != ".csv") continue;
        for (auto const& row : ha_giang(entry.path().filename().string()))
            ASSERT_FALSE(row.at("source").empty()) << entry.path().filename();
    }
}

} // namespace
} // namespace phusong::test

#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/problem.h"
#include "sim/run/run.h"
#include "sim/run/years.h"
#include "sim/scenario/read.h"
#include "sim/world/read.h"
#include "tools/synthesize/roads.h"
#include "tools/synthesize/spread.h"
#include "tools/synthesize/synthesize.h"
#include "tools/synthesize/tables.h"
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <numeric>
#include <set>
#include <unistd.h>

namespace phusong::synthesize {
namespace {

TEST(Spread, GivesWholeNumbersThatAddUp) {
    EXPECT_EQ(spread({3, 3, 3}, 7), (std::vector<int>{3, 2, 2}));
    EXPECT_EQ(spread({5, 2}, 9, 2), (std::vector<int>{6, 3}));    // 2 each, then 5 more as 5 : 2 = 3.57 : 1.43
    EXPECT_EQ(spread({0, 0, 0}, 5), (std::vector<int>{2, 2, 1})); // no weights: in turn
}

TEST(Spread, NeverIsMoreThanOneFromTheExactShare) {
    for (int seed = 2; seed < 60; ++seed) {
        std::vector<double> weights;
        for (int i = 0; i < seed; ++i) weights.push_back(0.3 + (i * 37 + seed * 11) % 23);
        double const all = std::accumulate(weights.begin(), weights.end(), 0.0);
        int const total = 17 * seed + 5;
        auto const parts = spread(weights, total);
        EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), 0), total);
        for (std::size_t i = 0; i < parts.size(); ++i) EXPECT_LT(std::abs(parts[i] - total * weights[i] / all), 1);
    }
}

TEST(Allot, KeepsTheBoundsAndTheTotal) {
    EXPECT_EQ(allot({50, 30, 20}, {{0, 9}, {0, 9}, {0, 9}}, 7), (std::vector<int>{4, 2, 1}));
    EXPECT_EQ(allot({50, 30, 20}, {{0, 3}, {0, 9}, {2, 9}}, 7), (std::vector<int>{3, 2, 2}));
}

TEST(Allot, RefusesATotalThatTheBoundsCannotGive) {
    EXPECT_THROW((void)allot({5, 3}, {{0, 2}, {0, 3}}, 6), geo::InputError);
    EXPECT_THROW((void)allot({5, 3}, {{4, 6}, {3, 8}}, 6), geo::InputError);
}

TEST(Simplify, DropsCornersWithinTheToleranceAndKeepsTheEnds) {
    geo::Polyline const line{{0, 0}, {200, 59}, {400, 0}, {600, 61}, {800, 0}};
    EXPECT_EQ(simplify(line, 60), (geo::Polyline{{0, 0}, {600, 61}, {800, 0}}));
    EXPECT_EQ(simplify(line, 70), (geo::Polyline{{0, 0}, {800, 0}}));
    EXPECT_EQ(simplify({{3, 4}, {5, 6}}, 60).size(), 2u);
}

/// A commune and a ward, each with eight villages a kilometre apart; three owners of sites in turn.
struct MadeUp {
    World world;
    Facts facts;
    std::vector<VillageRow> villages;
    MadeUp() {
        world.communes.resize(2);
        world.communes[0].kind = "commune";
        world.communes[1].kind = "ward";
        facts.site_owners = {
            {{"Đông", "D"}, {"Đông", "D"}}, {{"Tây", "T"}, {"Nam", "N"}}, {{"Tây", "T"}, {"Tây", "T"}}};
        facts.districts.resize(1);
        facts.districts[0].grid_power_share = 0.5;
        facts.totals.last_grid_year = 2019;
        facts.totals.households_with_fibre_share = 0.3;
        for (std::uint32_t c = 0; c < 2; ++c)
            for (int v = 0; v < 8; ++v)
                villages.push_back({.commune = {c}, .seat_distance_m = 1000.0 * v, .people = 95, .households = 21});
    }
};

TEST(Connect, LetsVillagesWaitFromTheYearAfterTheBaseYearToTheLastOneOfTheFacts) {
    MadeUp made;
    connect(made.villages, made.world, made.facts, 2015, 7);
    std::set<int> grid, fibre;
    for (auto const& village : made.villages) {
        grid.insert(village.grid_power_year);
        fibre.insert(village.fibre_year);
    }
    EXPECT_THAT(grid, testing::ElementsAre(2015, 2016, 2017, 2018, 2019));
    EXPECT_THAT(fibre, testing::ElementsAre(0, 2015));
}

TEST(Equip, GivesACommunesSitesToTheOwnersOfTheTableInTurn) {
    MadeUp const made;
    std::vector<std::string> in_commune, in_town;
    for (auto const& row : equip(made.world, made.facts, {Candidate{}}, {{0, 0, 0, 0, 0}, {0, 0, 0}}))
        (row.commune.value == 0 ? in_commune : in_town).push_back(row.operator_name);
    EXPECT_THAT(in_commune, testing::ElementsAre("Đông", "Tây", "Tây", "Đông", "Tây"));
    EXPECT_THAT(in_town, testing::ElementsAre("Đông", "Nam", "Tây"));
}

TEST(MadeTables, NameTheirProvinceAndTheBaseYear) {
    Titles const titles{"the maker", "Cao Bang", 2015};
    World const world;
    EXPECT_THAT(villages_csv({}, world, titles), testing::StartsWith("# Villages of Cao Bang: "));
    EXPECT_THAT(villages_csv({}, world, titles), testing::HasSubstr("the maker; 2015 stands for 2015 or before."));
    EXPECT_THAT(roads_csv({}, world, titles), testing::StartsWith("# SYNTHETIC roads of Cao Bang, made by the maker"));
    EXPECT_THAT(sites_csv({}, world, titles),
                testing::StartsWith("# SYNTHETIC sites of Cao Bang at the end of 2015, "));
}

/// The committed tables of the default province. Its terrain is made by the first test and kept for the others.
struct CommittedTables : testing::Test {
    std::filesystem::path const data = PHUSONG_SOURCE_DIR "/data/ha_giang";
    Scenario scenario;
    inline static Store store;
    static void SetUpTestSuite() {
        store.folder = std::filesystem::path(testing::TempDir()) / fmt::format("committed_tables_{}", ::getpid());
        std::filesystem::remove_all(store.folder);
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(store.folder); }
    void SetUp() override {
#ifdef __SANITIZE_ADDRESS__
        GTEST_SKIP() << "takes minutes with sanitizers; the release build compares the bytes";
#endif
        geo::io::guard_gdal();
        scenario = read_scenario(PHUSONG_SOURCE_DIR "/scenarios/ha_giang/base.toml").scenario;
    }
};

TEST_F(CommittedTables, AreWhatTheGeneratorMakesOfVillagesAndRoads) {
    auto const made = make_ground(scenario, "Ha Giang", data, store);
    EXPECT_TRUE(made.tables.villages == geo::io::read_file(data / "villages.csv"));
    EXPECT_TRUE(made.tables.roads == geo::io::read_file(data / "roads.csv"));
}

TEST_F(CommittedTables, AreWhatTheGeneratorMakesOfSites) {
    EXPECT_TRUE(make_sites(scenario, "Ha Giang", data, store).sites == geo::io::read_file(data / "sites.csv"));
}

/// The made sites as the simulator sees them.
TEST_F(CommittedTables, LeaveOneAndAHalfPercentOfVillagesWithoutSignalWhereTheReportSaysSo) {
    auto const world = read_world(scenario, store);
    auto const masts = standing_transmitters(world);
    auto const signals = village_signals(world, scenario.radio, base_points(world, scenario));
    std::vector<bool> centre_met(world.communes.size());
    int without = 0;
    for (std::size_t v = 0; v < signals.size(); ++v) {
        auto const& village = world.villages[v];
        auto const& commune = world.communes[village.commune.value];
        EXPECT_TRUE(centre_met[village.commune.value] || signals[v].state == SignalState::good) << village.code;
        centre_met[village.commune.value] = true; // villages are in the order of distance from the seat
        if (signals[v].state != SignalState::none) continue;
        ++without;
        EXPECT_THAT(commune.district, testing::AnyOf("Đồng Văn", "Mèo Vạc", "Yên Minh", "Quản Bạ", "Quang Bình"));
        double nearest_m = HUGE_VAL;
        for (auto const& mast : masts) nearest_m = std::min(nearest_m, geo::distance_m(mast.xy, village.xy));
        EXPECT_THAT(nearest_m, testing::AllOf(testing::Ge(2600 - 65), testing::Le(8900))) << village.code;
    }
    EXPECT_NEAR(100 - 100.0 * without / static_cast<double>(signals.size()), 98.5, 0.3);
}

} // namespace
} // namespace phusong::synthesize

// What people and places may be off by, as studies draw it.
#include "sim/scenario/read.h"
#include "sim/world/data_errors.h"
#include "sim/world/read.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

struct DataErrors : testing::Test {
    Scenario scenario = read_scenario(std::string(PHUSONG_SOURCE_DIR) + "/scenarios/toy.toml").scenario;
    World const plain = read_world(scenario, {});

    World with(double site_error_m, int draw) {
        scenario.world.site_error_m = site_error_m;
        scenario.world.site_error_draw = draw;
        return read_world(scenario, {});
    }
};

TEST_F(DataErrors, MultiplyAllPeopleAndHouseholdsAlike) {
    scenario.world.people_factor = 1.25;
    auto const world = read_world(scenario, {});
    ASSERT_FALSE(world.people.empty());
    for (std::size_t i = 0; i < plain.communes.size(); ++i) {
        EXPECT_DOUBLE_EQ(world.communes[i].people, 1.25 * plain.communes[i].people);
        EXPECT_DOUBLE_EQ(world.communes[i].households, 1.25 * plain.communes[i].households);
    }
    for (std::size_t v = 0; v < plain.villages.size(); ++v) {
        EXPECT_DOUBLE_EQ(world.villages[v].people, 1.25 * plain.villages[v].people);
        EXPECT_DOUBLE_EQ(world.villages[v].households, 1.25 * plain.villages[v].households);
    }
    for (std::size_t i = 0; i < plain.people.size(); ++i)
        EXPECT_DOUBLE_EQ(world.people[i].people, 1.25 * plain.people[i].people);
}

TEST_F(DataErrors, MoveNoSiteWithoutADrawOrWithoutAnError) {
    for (auto const& world : {with(500, 0), with(0, 3)})
        for (std::size_t s = 0; s < plain.sites.size(); ++s)
            EXPECT_EQ(geo::distance_m(world.sites[s].xy, plain.sites[s].xy), 0);
}

TEST_F(DataErrors, MoveEverySiteOfADrawElsewhereAndTheSameDrawToTheSamePlace) {
    auto const first = with(300, 1), again = with(300, 1), second = with(300, 2);
    double squares_m2 = 0;
    for (std::size_t s = 0; s < plain.sites.size(); ++s) {
        ASSERT_TRUE(plain.sites[s].synthetic);
        EXPECT_EQ(geo::distance_m(first.sites[s].xy, again.sites[s].xy), 0);
        EXPECT_GT(geo::distance_m(first.sites[s].xy, second.sites[s].xy), 0);
        squares_m2 += std::pow(geo::distance_m(first.sites[s].xy, plain.sites[s].xy), 2);
    }
    auto const n = static_cast<double>(plain.sites.size());
    EXPECT_NEAR(std::sqrt(squares_m2 / n / 2), 300, 300 / std::sqrt(n)) << "each way";
}

TEST_F(DataErrors, LeaveSurveyedSitesWhereTheyAre) {
    auto world = plain;
    world.sites.at(2).synthetic = false;
    scenario.world.site_error_m = 300;
    scenario.world.site_error_draw = 1;
    apply_data_errors(world, scenario);
    EXPECT_EQ(geo::distance_m(world.sites[2].xy, plain.sites[2].xy), 0);
    EXPECT_GT(geo::distance_m(world.sites[1].xy, plain.sites[1].xy), 0);
}

TEST_F(DataErrors, KeepEverySiteOnTheMap) {
    for (auto const& site : with(20'000, 5).sites) EXPECT_TRUE(plain.grid.cell_at(site.xy));
}

} // namespace
} // namespace phusong

#include "sim/rollout/places.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

Scenario with_search(double km, int sites) {
    Scenario scenario;
    scenario.rollout.new_site_search_km = km;
    scenario.rollout.new_sites_per_village = sites;
    scenario.rollout.new_mast_height_m = 30;
    scenario.rollout.new_site_step_m = 150;
    scenario.rollout.road_worth_m_per_km = 100;
    scenario.rollout.new_sites_apart_m = 500;
    return scenario;
}

TEST(RoadDistance, GrowsAwayFromTheRoadAndIsInfiniteWithoutOne) {
    auto const world = test::draw({"==...", //
                                   ".....", //
                                   "....."},
                                  300);
    auto const d = road_distance_m(world);
    EXPECT_EQ(d[world.grid.index(0, 1)], 0);
    EXPECT_FLOAT_EQ(d[world.grid.index(0, 3)], 600);
    EXPECT_NEAR(d[world.grid.index(2, 3)], 2 * 300 * std::sqrt(2.0), 0.01);
    auto const without = test::draw({"....."}, 300);
    EXPECT_TRUE(std::isinf(road_distance_m(without)[0]));
}

TEST(NewPlaces, StandOnTheHighestGroundThatSeesTheVillage) {
    // Digits are 130 m steps: the 7 in the east is highest but hidden behind the 5; the 3 in the west sees the village.
    auto const world = test::draw({".........", //
                                   "..3.V.5.7", //
                                   "........."},
                                  400);
    auto const places = find_new_places(world, with_search(1.7, 1), std::vector<VillageSignal>(1));
    ASSERT_EQ(places.list.size(), 1U);
    EXPECT_EQ(places.list[0].xy, world.grid.centre(1, 6)); // the 5 itself sees it and is higher than the 3
    EXPECT_TRUE(places.left_out.empty());
}

TEST(NewPlaces, PreferTheRoadToALittleMoreHeight) {
    // The 2 in the north is 130 m higher than the 1 at the road, but 2.4 km from it: 240 m of worth.
    auto const world = test::draw({"....2....", //
                                   ".........", //
                                   ".........", //
                                   "....V....", //
                                   ".........", //
                                   "....1....", //
                                   "========="},
                                  400);
    auto const places = find_new_places(world, with_search(1.5, 1), std::vector<VillageSignal>(1));
    ASSERT_EQ(places.list.size(), 1U);
    EXPECT_EQ(places.list[0].xy, world.grid.centre(5, 4));
}

TEST(NewPlaces, AreSharedByNeighboursAndKeptApart) {
    auto const world = test::draw({"......", //
                                   ".V.V..", //
                                   "......"},
                                  300);
    auto const places = find_new_places(world, with_search(1.2, 2), std::vector<VillageSignal>(2));
    ASSERT_EQ(places.list.size(), 2U); // both see both villages
    EXPECT_GE(geo::distance_m(places.list[0].xy, places.list[1].xy), 500);
}

TEST(NewPlaces, AreSoughtOnlyForVillagesThatLackSignalOr4G) {
    auto const world = test::draw({".V...........V...........V."}, 300);
    std::vector<VillageSignal> base(3);
    base[0].state = SignalState::good;
    base[0].broadband_state = SignalState::good;
    base[1].state = SignalState::good;
    auto const places = find_new_places(world, with_search(0.7, 2), base);
    int for_1 = 0, for_2 = 0;
    for (auto const& place : places.list) {
        ASSERT_NE(place.village.value, 0U);
        (place.village.value == 1 ? for_1 : for_2) += 1;
    }
    EXPECT_EQ(for_1, 1); // lacks only 4G: one place
    EXPECT_EQ(for_2, 2);
    EXPECT_EQ(places.list.front().village.value, 2U); // without signal comes first
}

TEST(NewPlaces, StandAsFarApartAsTheScenarioSays) {
    auto const world = test::draw({"......", //
                                   ".V.V..", //
                                   "......"},
                                  300);
    auto scenario = with_search(1.2, 2);
    scenario.rollout.new_sites_apart_m = 290;
    auto const near = find_new_places(world, scenario, std::vector<VillageSignal>(2));
    scenario.rollout.new_sites_apart_m = 910;
    auto const far = find_new_places(world, scenario, std::vector<VillageSignal>(2));
    EXPECT_LT(geo::distance_m(near.list.at(0).xy, near.list.at(1).xy), 500);
    EXPECT_GE(geo::distance_m(far.list.at(0).xy, far.list.at(1).xy), 910);
}

TEST(NewPlaces, WeighTheRoadAndStepOverTheGroundAsTheScenarioSays) {
    auto const world = test::draw({"....2....", //
                                   ".........", //
                                   ".........", //
                                   "....V....", //
                                   ".........", //
                                   "....1....", //
                                   "========="},
                                  400);
    auto scenario = with_search(1.5, 1);
    scenario.rollout.road_worth_m_per_km = 30; // 2.4 km to the road are worth 72 m: the higher ground wins
    EXPECT_EQ(find_new_places(world, scenario, std::vector<VillageSignal>(1)).list.at(0).xy, world.grid.centre(0, 4));
    scenario.rollout.new_site_step_m =
        810; // every second cell, from three to the north-west on: neither the 2 nor the 1
    auto const coarse = find_new_places(world, scenario, std::vector<VillageSignal>(1)).list.at(0).xy;
    EXPECT_NE(coarse, world.grid.centre(0, 4));
}

TEST(NewPlaces, EndAtTheMostThatTheScenarioAllowsAndCountTheVillagesLeftOut) {
    auto const world = test::draw({".V.......V.......V......V."}, 300);
    auto scenario = with_search(0.7, 1);
    scenario.rollout.max_new_places = 3;
    auto const places = find_new_places(world, scenario, std::vector<VillageSignal>(4));
    EXPECT_EQ(places.list.size(), 3U);
    EXPECT_EQ(places.left_out, std::vector{VillageId{0}}); // of the fewest people
}

} // namespace
} // namespace phusong

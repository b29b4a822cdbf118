#include "sim/network/microwave/relay.h"
#include "tests/sim/network/microwave/hop_rules.h"
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::hop_rules;
RelaySearch const search{.block_m = 450, .detour_share = 1.4, .tried = 40, .heights_m = {17, 29}};

/// A plain with a long ridge across it that has one top.
geo::Raster ridge() {
    geo::Raster land({.west_m = 3000, .north_m = 9000, .cell_m = 90, .rows = 60, .cols = 130}, 170);
    for (int r = 0; r < 60; ++r) land.values(r, 64) = 340;
    land.values(34, 64) = 365;
    return land;
}
HopEnd const west{{4100, 6400}, {24, 37}}, east{{13100, 6500}, {24, 37}};

TEST(Relay, StandsOnTheRidgeBetweenTwoPlaces) {
    auto const land = ridge();
    ASSERT_EQ(design_hop(land, west, east, hop_rules()).fault, HopFault::blocked);
    auto const relay = find_relay(land, west, east, hop_rules(), search);
    ASSERT_TRUE(relay);
    EXPECT_NEAR(relay->xy.x_m, land.grid.centre(0, 64).x_m, 1e-9);
    EXPECT_TRUE(relay->from_a.works());
    EXPECT_TRUE(relay->to_b.works());
    EXPECT_EQ(relay->availability_share(),
              relay->from_a.budget.availability_share * relay->to_b.budget.availability_share);
}

TEST(Relay, IsTheSamePlaceFromBothEnds) {
    auto const land = ridge();
    auto const there = find_relay(land, west, east, hop_rules(), search);
    auto const back = find_relay(land, east, west, hop_rules(), search);
    ASSERT_TRUE(there && back);
    EXPECT_EQ(there->xy, back->xy);
    EXPECT_EQ(there->from_a.heights.b_m, back->to_b.heights.a_m);
}

TEST(Relay, TriesNoMoreGroundThanItIsAllowed) {
    auto const land = ridge();
    auto few = search;
    few.tried = 7;
    EXPECT_EQ(relay_ground(land, west.xy, east.xy, few).size(), 7U);
    few.tried = 0;
    EXPECT_FALSE(find_relay(land, west, east, hop_rules(), few));
    std::vector<geo::XY> const more{land.grid.centre(30, 64)}; // a site that stands on the ridge
    EXPECT_TRUE(find_relay(land, west, east, hop_rules(), few, more));
}

TEST(Relay, LooksAtTheTopOfEverySquareWithinTheDetourAndAtNoOther) {
    geo::Raster land({.west_m = 3000, .north_m = 9000, .cell_m = 90, .rows = 120, .cols = 130}, 0); // ends far beyond
    for (int i = 0; i < 120 * 130; ++i) land.values(i / 130, i % 130) = static_cast<float>(i * 7919 % 15601);
    geo::XY const a{7300, 3300}, b{9100, 3700};
    auto all = search;
    all.tried = 1000;
    std::vector<geo::XY> wanted;
    int const side = 5; // squares of 450 m
    for (int row = 0; row < 120; row += side)
        for (int col = 0; col < 130; col += side) {
            auto top = std::pair(row, col);
            for (int i = 0; i < side * side; ++i)
                if (int const r = row + i / side, c = col + i % side;
                    land.values(r, c) > land.values(top.first, top.second))
                    top = {r, c};
            auto const xy = land.grid.centre(top.first, top.second);
            if (geo::distance_m(a, xy) + geo::distance_m(xy, b) <= 1.4 * geo::distance_m(a, b)) wanted.push_back(xy);
        }
    auto const height = [&](geo::XY xy) {
        return land.values(static_cast<int>((9000 - xy.y_m) / 90), static_cast<int>((xy.x_m - 3000) / 90));
    };
    std::ranges::sort(wanted, std::greater{}, height); // the highest first
    ASSERT_EQ(wanted.size(), 15U);
    EXPECT_EQ(relay_ground(land, a, b, all), wanted);
}

TEST(Relay, OnLevelGroundStandsInTheFirstCornerOfASquare) {
    geo::Raster const level({.west_m = 3000, .north_m = 9000, .cell_m = 90, .rows = 120, .cols = 130}, 170);
    auto const ground = relay_ground(level, {7300, 3300}, {9100, 3700}, search);
    ASSERT_FALSE(ground.empty());
    for (auto const& xy : ground) {
        int const row = static_cast<int>((9000 - xy.y_m) / 90), col = static_cast<int>((xy.x_m - 3000) / 90);
        EXPECT_EQ(xy, level.grid.centre(row / 5 * 5, col / 5 * 5));
    }
}

TEST(Relay, IsNotFoundWhereTwoRidgesAreTooMuch) {
    auto land = ridge();
    for (int r = 0; r < 60; ++r)
        for (int c : {40, 90}) land.values(r, c) = 900;
    for (int r = 0; r < 60; ++r) land.values(r, 64) = 170;
    EXPECT_FALSE(find_relay(land, west, east, hop_rules(), search));
}

} // namespace
} // namespace phusong

#include "geo/random.h"
#include "sim/network/microwave/design.h"
#include "tests/sim/network/microwave/hop_rules.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::hop_rules;

geo::Raster plain(int cols) {
    return geo::Raster({.west_m = 3000, .north_m = 9000, .cell_m = 90, .rows = 40, .cols = cols}, 170);
}
HopEnd end(double x_m, std::vector<double> heights_m = {24, 37, 58}) { return {{3000 + x_m, 7700}, heights_m}; }

TEST(Design, TakesTheHighestFrequencyThatReaches) {
    auto const land = plain(300);
    EXPECT_EQ(design_hop(land, end(500), end(4300), hop_rules()).radio.frequency_ghz, 18.7); // 3.8 km
    EXPECT_EQ(design_hop(land, end(500), end(7300), hop_rules()).radio.frequency_ghz, 7.4);  // 6.8 km
    EXPECT_EQ(design_hop(land, end(500), end(20500), hop_rules()).fault, HopFault::too_long);
}

TEST(Design, GoesDownInFrequencyWhereTheRainIsTooHeavy) {
    auto rules = hop_rules();
    auto const land = plain(300);
    rules.availability_share = 0.99998;
    auto const hop = design_hop(land, end(500), end(6300), rules);
    ASSERT_TRUE(hop.works());
    EXPECT_EQ(hop.radio.frequency_ghz, 7.4);
    rules.climate.rain_rate_mm_per_h = 11;
    EXPECT_EQ(design_hop(land, end(500), end(6300), rules).radio.frequency_ghz, 18.7);
    rules.availability_share = 0.9999999;
    EXPECT_EQ(design_hop(land, end(500), end(6300), rules).fault, HopFault::unavailable);
}

TEST(Design, HasABudgetThatAddsUp) {
    auto const hop = design_hop(plain(300), end(500), end(10300), hop_rules());
    ASSERT_TRUE(hop.works());
    EXPECT_NEAR(hop.budget.free_space_db, 92.45 + 20 * std::log10(7.4 * 9.8), 1e-9);
    EXPECT_NEAR(hop.budget.received_dbm, 26 + 2 * 38.5 - 2.5 - hop.budget.free_space_db - 0.011 * 9.8, 1e-9);
    EXPECT_NEAR(hop.budget.fade_margin_db, hop.budget.received_dbm + 71, 1e-12);
    EXPECT_EQ(hop.budget.availability_share, 1 - hop.budget.multipath_share - hop.budget.rain_share);
}

TEST(Design, SaysWhyThereIsNoHop) {
    auto land = plain(300);
    for (int r = 0; r < 40; ++r) land.values(r, 60) = 320; // a wall
    EXPECT_EQ(design_hop(land, end(500), end(9300), hop_rules()).fault, HopFault::blocked);
    for (int r = 0; r < 40; ++r) land.values(r, 60) = geo::no_data;
    EXPECT_EQ(design_hop(land, end(500), end(9300), hop_rules()).fault, HopFault::no_terrain);
    EXPECT_EQ(design_hop(land, end(500), end(9300, {}), hop_rules()).fault, HopFault::too_long);
}

TEST(Design, HangsNoAntennaAboveItsMast) {
    EXPECT_EQ(heights_on_mast({15, 30, 45}, 42), (std::vector<double>{15, 30, 42}));
    EXPECT_EQ(heights_on_mast({15, 30, 45}, 12), (std::vector<double>{12}));
    EXPECT_TRUE(heights_on_mast({15, 30, 45}, 0).empty());
}

TEST(Design, IsTheSameBothWaysAndInTheMirrorAndNeverBetterInMoreRain) {
    auto const land = test::fractal_mountains(8, 90, 57);
    auto const mirror = test::mirrored(land);
    int works = 0;
    for (std::uint32_t i = 0; i < 1500; ++i) {
        auto const spot = [&](std::uint32_t n) { // cell centres: mirrored without rounding
            auto const cell = [&](std::uint32_t m) { return 3 + static_cast<int>(250 * geo::uniform({29, 6, i, m})); };
            return land.grid.centre(cell(n), cell(n + 1));
        };
        HopEnd const a{spot(0), {20, 45, 90}}, b{spot(2), {20, 45, 90}};
        auto const hop = design_hop(land, a, b, hop_rules()), back = design_hop(land, b, a, hop_rules());
        EXPECT_EQ(hop.fault, back.fault);
        EXPECT_EQ(hop.heights, (AntennaHeights{back.heights.b_m, back.heights.a_m}));
        EXPECT_EQ(hop.budget.availability_share, back.budget.availability_share);
        HopEnd const ma{test::mirrored(a.xy, land.grid), a.heights_m}, mb{test::mirrored(b.xy, land.grid), b.heights_m};
        auto const other = design_hop(mirror, ma, mb, hop_rules());
        EXPECT_EQ(hop.fault, other.fault);
        EXPECT_NEAR(hop.budget.availability_share, other.budget.availability_share, 1e-9);
        if (!hop.works()) continue;
        ++works;
        auto wet = hop_rules();
        wet.classes = {hop.radio};
        wet.climate.rain_rate_mm_per_h *= 1.1;
        EXPECT_LE(design_hop(land, a, b, wet).budget.availability_share, hop.budget.availability_share);
    }
    EXPECT_GT(works, 20);
}

} // namespace
} // namespace phusong

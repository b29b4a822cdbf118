#include "sim/network/microwave/line_of_sight.h"
#include "tests/support/draw.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(FresnelRadius, IsTheTextbooksInTheMiddleOfAHop) {
    // 30 km at 7 GHz: 17.3 sqrt(15 · 15 / (7 · 30)) = 17.91 m
    EXPECT_NEAR(fresnel_radius_m(15, 15, 7), 17.91, 0.005);
    // P.530: the root of wavelength · d1 · d2 / d
    EXPECT_NEAR(fresnel_radius_m(4, 9, 18), std::sqrt(299792458 / 18e9 * 4000 * 9000 / 13000), 0.01);
}

TEST(FresnelClearance, IsHeightOverRadiusAboveFlatLand) {
    World const world = test::draw({".........", "........."}, 900);
    auto const a = world.grid.centre(0, 0), b = world.grid.centre(0, 8);
    // Lowest in the middle, 3.6 km from both ends: 50 m less the bulge 3.6² / 2 / (4/3 · 6371) = 0.763 m.
    double const expected = (50 - 0.7629) / fresnel_radius_m(3.6, 3.6, 8);
    EXPECT_NEAR(fresnel_clearance(world.terrain_m, a, 50, b, 50, 8, 4.0 / 3), expected, 1e-3);
    EXPECT_LT(fresnel_clearance(world.terrain_m, a, 50, b, 50, 8, 0.7), expected); // a more curved earth bulges more
    EXPECT_NEAR(fresnel_clearance(world.terrain_m, a, 50, b, 20, 8, 4.0 / 3),
                fresnel_clearance(world.terrain_m, b, 20, a, 50, 8, 4.0 / 3), 1e-6);
}

TEST(FresnelClearance, IsUnknownWithoutTerrain) {
    World world = test::draw({"..~..", "....."}, 900);
    EXPECT_TRUE(std::isnan(
        fresnel_clearance(world.terrain_m, world.grid.centre(0, 0), 50, world.grid.centre(0, 4), 50, 8, 4.0 / 3)));
}

TEST(Sees, OverOpenGroundButNotThroughAHill) {
    auto const world = test::draw({"V....3....V"}, 200);
    auto const& a = world.villages[0].xy;
    auto const& b = world.villages[1].xy;
    EXPECT_FALSE(sees(world.terrain_m, a, 30, b, 1.5, 4.0 / 3));
    auto const flat = test::draw({"V.........V"}, 200);
    EXPECT_TRUE(sees(flat.terrain_m, a, 30, b, 1.5, 4.0 / 3));
}

TEST(Sees, NothingAcrossUnknownTerrain) {
    auto const world = test::draw({"V...~~...V"}, 200);
    EXPECT_FALSE(sees(world.terrain_m, world.villages[0].xy, 60, world.villages[1].xy, 60, 4.0 / 3));
}

} // namespace
} // namespace phusong

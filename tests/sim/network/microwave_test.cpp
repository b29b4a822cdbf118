#include "sim/network/microwave.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

Scenario priced() {
    Scenario s;
    s.network.microwave_max_km = 12;
    s.network.microwave_frequency_ghz = 7.4;
    s.network.hub_mast_height_m = 38;
    s.prices.microwave_short_vnd = 750e6;
    s.prices.microwave_medium_vnd = 990e6;
    s.prices.microwave_long_vnd = 2020e6;
    s.prices.microwave_opex_share_per_year = 0.05;
    return s;
}

Link link_to(World const& world, Scenario const& s, Place const& place) {
    return microwave_link(world, HopEnds(world), s, place);
}

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

TEST(Microwave, IsBlockedByARidgeThatATallerMastClears) {
    test::Drawing const d{.rows = {"T.......V"}, .cell_m = 800, .heights = {"....1...."}, .height_step_m = 60};
    auto const world = test::draw(d);
    auto const at = test::place(d, 'V');
    EXPECT_EQ(link_to(world, priced(), {at, 38}).kind, LinkKind::none); // the ridge stands 22 m above both antennas
    auto const link = link_to(world, priced(), {at, 110});              // the ray passes the ridge at 74 m over 60 m
    ASSERT_EQ(link.kind, LinkKind::microwave);
    EXPECT_EQ(link.from, "T1");
    EXPECT_NEAR(link.length_km, 6.4, 1e-9);
    EXPECT_EQ(link.capex_vnd, 750e6);
    EXPECT_NEAR(link.opex_vnd_per_year, 37.5e6, 1);
    EXPECT_EQ(link.line, (geo::Polyline{test::place(d, 'T'), at}));
}

TEST(Microwave, LooksPastANearEndThatIsHidden) {
    test::Drawing const d{.rows = {"T...V......F"}, .cell_m = 800, .heights = {"..9........."}};
    EXPECT_EQ(link_to(test::draw(d), priced(), {test::place(d, 'V'), 38}).from, "F1");
}

TEST(Microwave, EndsWhereTheRainDoes) {
    test::Drawing const d{.rows = {"T.........V"}, .cell_m = 800};
    auto s = priced();
    s.network.microwave_max_km = 7.9;
    EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 38}).kind, LinkKind::none);
    s.network.microwave_max_km = 8.1;
    EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 38}).kind, LinkKind::microwave);
}

TEST(Microwave, NeedsAMast) {
    test::Drawing const d{.rows = {"T.V"}, .cell_m = 800};
    EXPECT_EQ(link_to(test::draw(d), priced(), {test::place(d, 'V'), 0}).kind, LinkKind::none);
}

TEST(Microwave, CostsMoreBeyondFifteenAndThirtyKilometres) {
    auto s = priced();
    s.network.microwave_max_km = 60;
    for (auto const& [row, price] :
         {std::pair("T..V", 750e6), std::pair("T...V", 990e6), std::pair("T......V", 2020e6)}) {
        test::Drawing const d{.rows = {row}, .cell_m = 4900}; // 14.7, 19.6 and 34.3 km
        EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 190}).capex_vnd, price) << row;
    }
}

TEST(Microwave, CannotBePromisedAcrossUnknownTerrain) {
    test::Drawing const d{.rows = {"T..~..V", "......."}, .cell_m = 800};
    EXPECT_EQ(link_to(test::draw(d), priced(), {test::place(d, 'V'), 90}).kind, LinkKind::none);
}

} // namespace
} // namespace phusong

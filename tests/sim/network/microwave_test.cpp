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
    s.prices.microwave_short_km = 15;
    s.prices.microwave_medium_km = 30;
    s.prices.microwave_opex_share_per_year = 0.05;
    return s;
}

Link link_to(World const& world, Scenario const& s, Place const& place) {
    return microwave_link(world, HopEnds(world, s.network), s, place);
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

TEST(Microwave, HangsAtAnExistingSiteNoHigherThanItsMast) {
    // From the hub's 38 m the ray passes the 40 m ridge in the middle at 44 m, from a mast of 17 m at 33 m.
    test::Drawing d{.rows = {"T.......V"}, .cell_m = 300, .heights = {"....1...."}, .height_step_m = 40};
    auto const at = test::place(d, 'V');
    auto s = priced();
    s.network.fresnel_clear_share = 0.1;
    d.mast_height_m = 57;
    EXPECT_EQ(link_to(test::draw(d), s, {at, 49}).from, "T1"); // 38 m of its 57
    d.mast_height_m = 17;
    EXPECT_EQ(link_to(test::draw(d), s, {at, 49}).kind, LinkKind::none);
    d.rows = {"F.......V"}; // at a fibre node the hub's mast is put up
    EXPECT_EQ(link_to(test::draw(d), s, {at, 49}).from, "F1");
    s.network.hub_mast_height_m = 17;
    EXPECT_EQ(link_to(test::draw(d), s, {at, 49}).kind, LinkKind::none);
}

TEST(Microwave, TriesAsManyEndsAsTheScenarioSays) {
    test::Drawing const seen{.rows = {"V.T.T", ".....", ".....", ".....", ".....", "F...."},
                             .cell_m = 800,
                             .heights = {".9...", ".....", ".....", ".....", ".....", "....."}}; // hides both towers
    auto s = priced();
    s.network.microwave_ends_tried = 2;
    EXPECT_EQ(link_to(test::draw(seen), s, {test::place(seen, 'V'), 42}).kind, LinkKind::none);
    s.network.microwave_ends_tried = 3;
    EXPECT_EQ(link_to(test::draw(seen), s, {test::place(seen, 'V'), 42}).from, "F1");
}

TEST(Microwave, CostsMoreBeyondTheLengthsThatThePricesName) {
    auto s = priced();
    s.network.microwave_max_km = 60;
    s.prices.microwave_short_km = 16;
    s.prices.microwave_medium_km = 31;
    for (auto const& [row, price] :
         {std::pair("T..V", 750e6), std::pair("T...V", 990e6), std::pair("T......V", 2020e6)}) {
        test::Drawing const d{.rows = {row}, .cell_m = 4900}; // 14.7, 19.6 and 34.3 km
        EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 190}).capex_vnd, price) << row;
    }
    test::Drawing const d{.rows = {"T...V"}, .cell_m = 4900};
    s.prices.microwave_medium_km = 19.5;
    EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 190}).capex_vnd, 2020e6);
    s.prices.microwave_short_km = 19.7;
    EXPECT_EQ(link_to(test::draw(d), s, {test::place(d, 'V'), 190}).capex_vnd, 750e6);
}

TEST(Microwave, CannotBePromisedAcrossUnknownTerrain) {
    test::Drawing const d{.rows = {"T..~..V", "......."}, .cell_m = 800};
    EXPECT_EQ(link_to(test::draw(d), priced(), {test::place(d, 'V'), 90}).kind, LinkKind::none);
}

/// Two classes of radios in a wet place; every figure is different.
Scenario with_radios() {
    auto s = priced();
    s.prices.site_vnd = 810e6;
    s.prices.solar_vnd = 290e6;
    s.prices.site_opex_share_per_year = 0.11;
    s.prices.remote_opex_extra_share = 0.35;
    s.prices.solar_opex_share_per_year = 0.08;
    auto& m = s.microwave;
    m.class_ghz = {7.6, 18.2};
    m.class_max_km = {14, 4};
    m.class_antenna_gain_dbi = {36.5, 38};
    m.class_tx_power_dbm = {25, 19};
    m.class_threshold_dbm = {-71, -68};
    m.class_capacity_mbps = {155, 310};
    m.class_gas_db_per_km = {0.012, 0.06};
    m.other_losses_db = 2.5;
    m.rain_rate_mm_per_h = 88;
    m.multipath_log10_k = -3.7;
    m.multipath_dn75 = 14;
    m.latitude_deg = 22.6;
    m.availability_share = 0.9993;
    return s;
}

TEST(Microwave, TakesTheClassOfItsLengthAndSaysHowAvailableItIs) {
    test::Drawing const near{.rows = {"T..V"}, .cell_m = 800}, far{.rows = {"T.......V"}, .cell_m = 800};
    auto const a = link_to(test::draw(near), with_radios(), {test::place(near, 'V'), 38});
    auto const b = link_to(test::draw(far), with_radios(), {test::place(far, 'V'), 38});
    EXPECT_EQ(a.capacity_mbps, 310);
    EXPECT_EQ(b.capacity_mbps, 155);
    EXPECT_GT(a.availability_share, 0.9993);
    EXPECT_LT(b.availability_share, 1);
    EXPECT_FALSE(b.relay);
    auto asked = with_radios();
    asked.microwave.availability_share = 0.9999999;
    EXPECT_EQ(link_to(test::draw(far), asked, {test::place(far, 'V'), 38}).kind, LinkKind::none);
}

TEST(Microwave, GoesByARelayOnTheRidgeThatIsInTheWay) {
    test::Drawing const d{.rows = {"T.......V"}, .cell_m = 800, .heights = {"....1...."}, .height_step_m = 60};
    auto s = with_radios();
    geo::XY const at = test::place(d, 'V');
    EXPECT_EQ(link_to(test::draw(d), s, {at, 38}).kind, LinkKind::none); // relays were not asked for
    s.microwave.relay_ends_tried = 1;
    s.microwave.relay_mast_height_m = 27;
    auto const link = link_to(test::draw(d), s, {at, 38});
    ASSERT_EQ(link.kind, LinkKind::microwave);
    ASSERT_TRUE(link.relay);
    EXPECT_EQ(link.line.size(), 3U);
    EXPECT_EQ(link.relay->mast_height_m, 27);
    EXPECT_NEAR(link.length_km, 6.4, 1e-9);
    EXPECT_NEAR(link.capex_vnd, 2 * 750e6 + 810e6 + 290e6, 1); // two hops, a mast with its own power
    EXPECT_NEAR(link.opex_vnd_per_year, 2 * 37.5e6 + 810e6 * 0.11 * 1.35 + 290e6 * 0.08, 1);
}

} // namespace
} // namespace phusong

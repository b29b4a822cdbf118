#include "sim/network/network.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

Scenario priced() {
    Scenario s;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.fibre_opex_vnd_per_km_year = 3.2e6;
    s.prices.microwave_short_vnd = 750e6;
    s.prices.microwave_short_km = 15;
    s.prices.microwave_opex_share_per_year = 0.05;
    s.prices.vsat_vnd = 20e6;
    s.prices.vsat_opex_share_per_year = 2.6;
    return s;
}

TEST(LinkOptions, OfferEveryWayAndSayWhyOneIsMissing) {
    test::Drawing const d{.rows = {"F===V...T"}, .cell_m = 800};
    auto const world = test::draw(d);
    std::vector<Place> const places{{test::place(d, 'V'), 34}, {test::place(d, 'V'), 0}};
    auto s = priced();
    auto const o = link_options(world, s, places);
    ASSERT_EQ(o.size(), 2U);
    EXPECT_EQ(o[0].fibre.kind, LinkKind::fibre);
    EXPECT_EQ(o[0].microwave.kind, LinkKind::microwave);
    EXPECT_EQ(o[0].vsat.kind, LinkKind::vsat);
    EXPECT_FALSE(o[0].fibre_too_far || o[0].no_line_of_sight);
    EXPECT_EQ(o[1].microwave.kind, LinkKind::none);
    EXPECT_FALSE(o[1].no_line_of_sight); // it did not ask for sight
    s.network.fibre_max_km = 0.4;
    s.network.microwave_max_km = 0.4;
    s.network.vsat = false;
    auto const nothing = link_options(world, s, places);
    EXPECT_TRUE(nothing[0].fibre_too_far && nothing[0].no_line_of_sight);
    EXPECT_EQ(nothing[0].preferred(7).kind, LinkKind::none);
}

TEST(LinkOptions, ChooseFibreOrMicrowaveByPriceAndRunningCostTogether) {
    LinkOptions o;
    o.fibre = {LinkKind::fibre, 4, 800e6, 12.8e6, {}, "F1"};
    o.microwave = {LinkKind::microwave, 6, 740e6, 37e6, {}, "S1"};
    EXPECT_EQ(o.preferred(2).kind, LinkKind::microwave); // 814 against 825.6 million
    EXPECT_EQ(o.preferred(9).kind, LinkKind::fibre);     // 1073 against 915.2 million
    EXPECT_EQ(LinkOptions{}.preferred(9).kind, LinkKind::none);
}

TEST(LinkOptions, TakeASatelliteOnlyWhereNothingElseReaches) {
    LinkOptions o;
    o.vsat = {LinkKind::vsat, 0, 20e6, 2e6, {}, ""};
    EXPECT_EQ(o.preferred(9).kind, LinkKind::vsat);
    o.fibre = {LinkKind::fibre, 4, 800e6, 12.8e6, {}, "F1"};
    EXPECT_EQ(o.preferred(9).kind, LinkKind::fibre); // though forty times the price: a satellite carries no busy hour
}

TEST(LinkOptions, AreTheSameForAnyNumberOfThreads) {
    test::Drawing const d{.rows = {"F====V...", "....=...T", "V..==.V..", ".T.=.....", "...=V...F"},
                          .cell_m = 900,
                          .heights = {".........", ".......3.", "..2......", ".........", ".....5..."}};
    auto const world = test::draw(d);
    std::vector<Place> places;
    for (int i = 0; i < 60; ++i) places.push_back({world.grid.centre(i % 5, i % 9), 20.0 + i % 7});
    auto const run = [&](int threads) {
        omp_set_num_threads(threads);
        return link_options(world, priced(), places);
    };
    auto const one = run(1), three = run(3);
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_EQ(one[i].fibre.capex_vnd, three[i].fibre.capex_vnd);
        EXPECT_EQ(one[i].fibre.line, three[i].fibre.line);
        EXPECT_EQ(one[i].microwave.from, three[i].microwave.from);
    }
}

} // namespace
} // namespace phusong

#include "tests/sim/adoption/two_villages.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace phusong {
namespace {

constexpr auto mobile = index(ServiceKind::mobile);

TEST(TakeUpCurve, NewPlacesRiseAndNeverOvertakeTheOlderOnes) {
    TakeUpCurve const curve{
        .ceiling_share = 0.9, .rate_per_year = 0.06, .midpoint_years = -13, .new_place_rate_per_year = 0.5};
    double before = 0;
    for (int age = 0; age < 15; ++age) {
        double const now = curve.take_up_new(age);
        EXPECT_GT(now, before);
        EXPECT_LT(now, curve.take_up(age));
        before = now;
    }
    // In the year of building, half a year on average: 1 − exp(−0.25) = 22 % of what older places have.
    EXPECT_NEAR(curve.take_up_new(0) / curve.take_up(0), 0.2212, 1e-4);
}

TEST(SmartphoneShare, GrowsByPercentagePointsUpToItsCeiling) {
    Adoption const adoption{.mobile = {},
                            .fixed = {},
                            .paytv = {},
                            .smartphone_share_base = 0.6,
                            .smartphone_growth_points_per_year = 4.46,
                            .smartphone_ceiling_share = 0.75,
                            .online_skill_share = 0};
    EXPECT_NEAR(smartphone_share(adoption, 0), 0.6, 1e-12);
    EXPECT_NEAR(smartphone_share(adoption, 3), 0.7338, 1e-12);
    EXPECT_NEAR(smartphone_share(adoption, 4), 0.75, 1e-12);
}

TEST(Adopt, CountsPeopleOfEachYearAndCommune) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto const reached = test::unchanged_reach(5);
    auto const s = adopt(world, scenario, reached, calibrate(world, scenario, reached));
    ASSERT_EQ(s.people.size(), 5U);
    EXPECT_NEAR(s.people[2][1], 270 * world.growth_since_census(2022), 1e-9);
    EXPECT_EQ(s.count[index(ServiceKind::fixed)][4][1], 0.0); // no fibre there
}

TEST(Adopt, StartsTheClockOfNewPeopleInTheYearTheyAreReached) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto reached = test::unchanged_reach(5);
    auto const curves = calibrate(world, scenario, reached);
    auto const without = adopt(world, scenario, reached, curves);
    for (std::size_t year = 2; year < 5; ++year) reached.share[mobile][year][1] = 0.94; // +0.23 in 2022
    auto const with = adopt(world, scenario, reached, curves);
    EXPECT_EQ(with.count[mobile][1][1], without.count[mobile][1][1]);
    // 2024, age 2: 270 people · growth · ceiling 0.95 · 0.23 newly reached · curve.
    double const expected = 270 * world.growth_since_census(2024) * 0.95 * 0.23 * curves[mobile].take_up_new(2);
    EXPECT_NEAR(with.count[mobile][4][1] - without.count[mobile][4][1], expected, 1e-9);
}

TEST(Adopt, CountsSmartphonesOnlyWhereBroadbandReaches) {
    auto const world = test::two_villages();
    auto const scenario = [] {
        auto s = test::three_services();
        s.adoption.smartphone_share_base = 0.62;
        s.adoption.smartphone_ceiling_share = 0.9;
        return s;
    }();
    auto const reached = test::unchanged_reach(5);
    auto const s = adopt(world, scenario, reached, calibrate(world, scenario, reached));
    EXPECT_NEAR(s.smartphone_users[0][0], s.count[mobile][0][0] * 0.62 * (0.46 / 0.92), 1e-9);
    EXPECT_EQ(s.smartphone_users[0][1], 0.0);
}

TEST(Adopt, IsMonotoneInCoverageAndNeverOverItsCeiling) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto const base = test::unchanged_reach(5);
    auto const curves = calibrate(world, scenario, base);
    std::mt19937 random(20210112);
    std::uniform_real_distribution<double> share(0, 1);
    for (int round = 0; round < 1000; ++round) {
        auto less = base, more = base;
        for (std::size_t year = 1; year < 5; ++year)
            for (std::size_t v = 0; v < 2; ++v) {
                auto const& before = less.share[mobile][year - 1][v];
                less.share[mobile][year][v] = before + (1 - before) * share(random) * 0.4;
                auto const wanted = less.share[mobile][year][v] * (1 + share(random));
                more.share[mobile][year][v] = std::clamp(wanted, more.share[mobile][year - 1][v], 1.0);
            }
        auto const few = adopt(world, scenario, less, curves), many = adopt(world, scenario, more, curves);
        for (std::size_t year = 0; year < 5; ++year)
            for (std::size_t c = 0; c < 2; ++c) {
                EXPECT_GE(many.count[mobile][year][c], few.count[mobile][year][c] - 1e-9);
                EXPECT_LE(many.count[mobile][year][c], 0.95 * many.people[year][c]);
            }
    }
}

} // namespace
} // namespace phusong

#include "tests/sim/adoption/two_villages.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace phusong {
namespace {

constexpr auto mobile = index(ServiceKind::mobile);

TakeUpCurve const rising{
    .ceiling_share = 0.9, .rate_per_year = 0.06, .midpoint_years = -13, .new_place_rate_per_year = 0.5};

TEST(TakeUpCurve, NewPlacesRiseAndNeverOvertakeTheOlderOnes) {
    for (int reached : {1, 4, 12}) {
        double before = 0;
        for (int age = 0; age < 15; ++age) {
            double const now = rising.take_up_new(reached + age, age);
            EXPECT_GT(now, before);
            EXPECT_LT(now, rising.take_up(reached + age));
            before = now;
        }
        // In the year of building, half a year on average: 1 − exp(−0.25) = 22 % of what older places have that year.
        EXPECT_NEAR(rising.take_up_new(reached, 0) / rising.take_up(reached), 0.2212, 1e-4);
    }
}

TEST(TakeUpCurve, TheGapToTheOlderPlacesClosesByTheSameFactorEveryYear) {
    auto const gap = [](int reached, int age) {
        return 1 - rising.take_up_new(reached + age, age) / rising.take_up(reached + age);
    };
    for (int reached : {1, 4, 12})
        for (int age = 0; age < 15; ++age)
            EXPECT_NEAR(gap(reached, age + 1) / gap(reached, age), std::exp(-0.5), 1e-9) << reached << ' ' << age;
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
    double const expected = 270 * world.growth_since_census(2024) * 0.95 * 0.23 * curves[mobile].take_up_new(4, 2);
    EXPECT_NEAR(with.count[mobile][4][1] - without.count[mobile][4][1], expected, 1e-9);
}

TEST(Adopt, LetsAPlaceReachedLateCatchUpWithWhatTheOthersHaveByThen) {
    auto const world = test::two_villages();
    auto scenario = test::three_services();
    scenario.adoption.mobile.new_place_rate_per_year = 37; // no time is lost in catching up
    auto reached = test::unchanged_reach(5);
    for (auto& share : reached.share[mobile]) share[1] = share[0];
    auto const curves = calibrate(world, scenario, reached);
    auto late = reached;
    for (std::size_t year = 0; year < 4; ++year) late.share[mobile][year][1] = 0; // 2024 only
    auto const old = adopt(world, scenario, reached, curves), now = adopt(world, scenario, late, curves);
    EXPECT_NEAR(now.count[mobile][4][1] / old.count[mobile][4][1], 1, 1e-6);
    EXPECT_LT(now.count[mobile][4][1], old.count[mobile][4][1]); // never over the older places
}

TEST(Adopt, WithoutInvestmentEveryServiceFollowsItsCurveAndReachesNobodyElse) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto const reached = test::unchanged_reach(5);
    auto const curves = calibrate(world, scenario, reached);
    auto const s = adopt(world, scenario, reached, curves);
    for (std::size_t year = 0; year < 5; ++year)
        for (std::size_t c = 0; c < 2; ++c)
            for (auto service : services) {
                auto const& curve = curves[index(service)];
                double const share = reached.share[index(service)][0][c];
                EXPECT_NEAR(s.count[index(service)][year][c],
                            curve.ceiling_share * s.people[year][c] * share * curve.take_up(static_cast<double>(year)),
                            1e-9);
            }
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

#include "geo/problem.h"
#include "tests/sim/adoption/two_villages.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(Calibrate, MeetsTheBaseYearsLevelOfEveryService) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto const reached = test::unchanged_reach(5);
    auto const subscribers = adopt(world, scenario, reached, calibrate(world, scenario, reached));
    auto const per_100 = [&](ServiceKind s) { return 100 * subscribers.total(s, 0) / subscribers.total_people(0); };
    EXPECT_NEAR(per_100(ServiceKind::mobile), 67.75, 1e-9);
    EXPECT_NEAR(per_100(ServiceKind::fixed), 9.3, 1e-9);
    EXPECT_NEAR(per_100(ServiceKind::paytv), 3.7, 1e-9);
}

TEST(Calibrate, MeetsTheGrowthOfSubscriptionsDuringTheBaseYear) {
    auto const world = test::two_villages();
    auto const scenario = test::three_services();
    auto const reached = test::unchanged_reach(5);
    auto const subscribers = adopt(world, scenario, reached, calibrate(world, scenario, reached));
    auto const growth = [&](ServiceKind s) {
        return subscribers.total(s, 0) / subscribers.total_before_base[index(s)] - 1;
    };
    EXPECT_NEAR(growth(ServiceKind::mobile), 0.048, 1e-12);
    EXPECT_NEAR(growth(ServiceKind::fixed), 0.037, 1e-12); // the province's report: Internet +3.7 % in 2020
}

TEST(Calibrate, GivesTheLogisticWorkedOutByHand) {
    auto world = test::two_villages();
    world.people_growth_share_per_year = 0;
    auto scenario = test::three_services();
    // Half of the ceiling where reached: 0.24 · 730 · 0.5 = 87.6 of 1000 people; 0.45 a year before: growth 1/9.
    scenario.adoption.fixed.base_per_100 = 8.76;
    scenario.adoption.fixed.base_growth_share = 1.0 / 9;
    auto const curve = calibrate(world, scenario, test::unchanged_reach(2))[index(ServiceKind::fixed)];
    EXPECT_NEAR(curve.take_up(0), 0.5, 1e-12);
    EXPECT_NEAR(curve.take_up(-1), 0.45, 1e-12);
    EXPECT_NEAR(curve.rate_per_year, -std::log(0.45 / 0.55), 1e-12); // logit 0.5 = 0
    EXPECT_NEAR(curve.midpoint_years, 0, 1e-12);
}

TEST(Calibrate, ReportsEveryServiceThatNoCurveFits) {
    auto const world = test::two_villages();
    auto scenario = test::three_services();
    scenario.adoption.mobile.base_per_100 = 84;         // over 95 · (0.92 · 730 + 0.71 · 270) / 1000 = 82.0
    scenario.adoption.paytv.base_growth_share = 0.0299; // under the 3 % of people
    try {
        (void)calibrate(world, scenario, test::unchanged_reach(2));
        FAIL() << "no error";
    } catch (geo::InputError const& error) {
        ASSERT_EQ(error.problems.size(), 2U);
        EXPECT_EQ(error.problems[0].where, "adoption.mobile");
        EXPECT_EQ(error.problems[1].where, "adoption.paytv.base_growth_share");
        EXPECT_NE(error.problems[0].hint.vi, error.problems[0].hint.en);
    }
}

TEST(Calibrate, KeepsAServiceAtZeroThatTheBaseYearHasNotHoweverFarItReaches) {
    auto const world = test::two_villages();
    auto scenario = test::three_services();
    scenario.adoption.fixed.base_per_100 = 0;
    scenario.adoption.fixed.base_growth_share = 0; // not over the growth of people: nobody asks
    auto reached = test::unchanged_reach(5);
    reached.share[index(ServiceKind::fixed)].assign(5, {0.0, 0.0});
    reached.share[index(ServiceKind::fixed)][4] = {1.0, 0.5};
    auto const subscribers = adopt(world, scenario, reached, calibrate(world, scenario, reached));
    for (int year = 0; year < 5; ++year) EXPECT_EQ(subscribers.total(ServiceKind::fixed, year), 0) << year;
    EXPECT_EQ(subscribers.total_before_base[index(ServiceKind::fixed)], 0);
    EXPECT_NEAR(100 * subscribers.total(ServiceKind::mobile, 0) / subscribers.total_people(0), 67.75, 1e-9);
}

TEST(Calibrate, RefusesAServiceThatReachesNobody) {
    auto const world = test::two_villages();
    auto reached = test::unchanged_reach(2);
    reached.share[index(ServiceKind::fixed)].assign(2, {0.0, 0.0});
    EXPECT_THROW((void)calibrate(world, test::three_services(), reached), geo::InputError);
}

} // namespace
} // namespace phusong

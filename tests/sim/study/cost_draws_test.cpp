#include "sim/run/redraw.h"
#include "sim/run/run.h"
#include "sim/study/cost_draws.h"
#include "sim/targets/targets.h"
#include "sim/world/read.h"
#include "tests/sim/study/toy_study.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong::study {
namespace {

/// The toy province's plan, which meets other prices.
struct CostDraws : testing::Test {
    Scenario scenario = test::toy();
    World world = read_world(scenario, {});
    Outcome planned = run_on(lay_groundwork(world, scenario, base_points(world, scenario)), world, scenario,
                             read_goals(scenario), Extent::goals_and_money);

    std::vector<CostDraw> with(std::vector<Uncertain> uncertain, int draws = 8) {
        scenario.finance.cost_draws = draws;
        auto costs = cost_draws(world, scenario, std::move(uncertain), planned);
        left_out = costs.left_out;
        driver = costs.driver;
        return costs.list;
    }
    std::size_t left_out = 0;
    std::optional<CostDriver> driver;
    static double spent(std::vector<PurseYear> const& purse) {
        double sum = 0;
        for (auto const& year : purse) sum += year.spent_vnd();
        return sum;
    }
};

TEST_F(CostDraws, AreThePlansOwnCostWhereWhatIsUncertainHasNoWidth) {
    auto const draws = with({test::factor("prices.site_vnd", 1, 1)});
    ASSERT_EQ(draws.size(), 8U);
    for (auto const& draw : draws) {
        EXPECT_EQ(draw.operators_vnd, spent(planned.plan.operators));
        EXPECT_EQ(draw.public_vnd, spent(planned.plan.public_purse));
        EXPECT_EQ(draw.public_short_vnd, 0);
    }
}

TEST_F(CostDraws, CostWhatThePlanCostsWhenItIsPaidAnewAtThatPrice) {
    auto const draws = with({test::factor("prices.site_vnd", 2, 2)}, 1);
    ASSERT_EQ(draws.size(), 1U);
    auto dear = scenario;
    dear.prices.site_vnd *= 2;
    auto paid = planned;
    redraw(paid, planned, world, dear);
    EXPECT_EQ(draws[0].operators_vnd, spent(paid.plan.operators));
    EXPECT_EQ(draws[0].public_vnd, spent(paid.plan.public_purse));
    EXPECT_GT(draws[0].all_vnd(), spent(planned.plan.operators) + spent(planned.plan.public_purse));
}

TEST_F(CostDraws, NameTheKeyThatTheCostFollows) {
    (void)with({test::factor("prices.fibre_vnd_per_km", 0.99, 1.01), test::factor("prices.site_vnd", 0.5, 2)}, 50);
    ASSERT_TRUE(driver);
    EXPECT_EQ(driver->key, "prices.site_vnd");
    EXPECT_GT(driver->share, 0.9);
    (void)with({test::factor("prices.fibre_vnd_per_km", 0.2, 5), test::factor("prices.site_vnd", 0.99, 1.01)}, 50);
    ASSERT_TRUE(driver);
    EXPECT_EQ(driver->key, "prices.fibre_vnd_per_km");
    (void)with({test::factor("prices.site_vnd", 1, 1)}, 50);
    EXPECT_FALSE(driver) << "nothing changes";
    (void)with({test::factor("prices.site_vnd", 0.5, 2)}, 29);
    EXPECT_FALSE(driver) << "of few draws chance would name one";
}

TEST_F(CostDraws, TellWhatThePublicPurseLacksAtTheWorstEndOfAYear) {
    auto const draws =
        with({test::factor("prices.site_vnd", 20, 20), test::factor("prices.fibre_vnd_per_km", 20, 20)}, 1);
    ASSERT_EQ(draws.size(), 1U);
    double budget_vnd = 0;
    for (auto const& year : planned.plan.public_purse) budget_vnd += year.budget_vnd;
    ASSERT_TRUE(scenario.rollout.carry_over);
    EXPECT_GE(draws[0].public_short_vnd, draws[0].public_vnd - budget_vnd);
    EXPECT_GT(draws[0].public_short_vnd, 0);
}

TEST_F(CostDraws, AreNoneWithoutDrawsOrWhenOnlyTheGroundIsUncertain) {
    EXPECT_TRUE(with({test::factor("prices.site_vnd", 0.5, 2)}, 0).empty());
    EXPECT_TRUE(with({}).empty());
    EXPECT_TRUE(with({test::factor("radio.margin_db", 0.5, 2)}).empty());
    EXPECT_TRUE(with({test::factor("traffic.mobile_gb_per_month", 0.5, 2)}).empty()); // no cost of a plan hangs on it
    EXPECT_EQ(left_out, 0U);
}

TEST_F(CostDraws, AreThoseOfAStudyOfThePlanAsItIs) {
    std::vector<Uncertain> const uncertain{test::factor("adoption.fixed.new_place_rate_per_year", 0.5, 1.5),
                                           test::factor("prices.site_vnd", 0.5, 2)};
    auto const costs = with(uncertain, 12);
    auto const study = test::study_of(scenario, 12, true, uncertain);
    auto const points = draw_points(study);
    ASSERT_EQ(costs.size(), 12U);
    for (std::size_t d = 0; d < costs.size(); ++d) {
        auto paid = planned;
        redraw(paid, planned, world, drawn(study, d, points).scenario);
        EXPECT_EQ(costs[d].operators_vnd, spent(paid.plan.operators)) << d;
        EXPECT_EQ(costs[d].public_vnd, spent(paid.plan.public_purse)) << d;
    }
    EXPECT_NE(costs[0].all_vnd(), costs[1].all_vnd());
}

TEST_F(CostDraws, WhichTheBaseYearContradictsAreLeftOutAndCounted) {
    EXPECT_TRUE(with({test::factor("adoption.mobile.ceiling_share", 0.1, 0.2)}).empty());
    EXPECT_EQ(left_out, 8U);
    auto const some = with({test::factor("adoption.mobile.ceiling_share", 0.1, 1.1)}, 20);
    EXPECT_GT(left_out, 0U);
    EXPECT_GT(some.size(), 0U);
    EXPECT_EQ(some.size() + left_out, 20U);
}

TEST_F(CostDraws, AreTheSameWithAnyNumberOfThreads) {
    std::vector<Uncertain> const uncertain{test::factor("prices.site_vnd", 0.5, 2),
                                           test::factor("adoption.fixed.new_place_rate_per_year", 0.5, 1.5)};
    int const before = omp_get_max_threads();
    omp_set_num_threads(1);
    auto const alone = with(uncertain, 20);
    omp_set_num_threads(3);
    auto const together = with(uncertain, 20);
    omp_set_num_threads(before);
    ASSERT_EQ(alone.size(), together.size());
    for (std::size_t d = 0; d < alone.size(); ++d) {
        EXPECT_EQ(alone[d].operators_vnd, together[d].operators_vnd) << d;
        EXPECT_EQ(alone[d].public_vnd, together[d].public_vnd) << d;
    }
}

} // namespace
} // namespace phusong::study

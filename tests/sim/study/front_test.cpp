// The grid that `batch --front` runs: budgets times shares, by policy.
#include "sim/study/front.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

Scenario with_budgets() {
    Scenario scenario;
    scenario.rollout.operator_budget_bn_vnd = {10, 20};
    scenario.rollout.public_budget_bn_vnd = {4};
    return scenario;
}

std::string text_of(GridPoint const& point, std::string const& key) {
    auto const found = std::ranges::find(point.settings, key, &Setting::key);
    return found == point.settings.end() ? "not set" : found->shown;
}

TEST(FrontGrid, TakesEveryShareByEveryPolicyThatNeedsNoListOfPlaces) {
    geo::Problems problems;
    auto const grid = front_grid(with_budgets(), {0.5, 1}, problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(grid.size(), 2 * (policy_names.size() - 2));
    EXPECT_EQ(text_of(grid.front(), "rollout.operator_budget_bn_vnd"), "[5, 10]");
    EXPECT_EQ(text_of(grid.front(), "rollout.public_budget_bn_vnd"), "[2]");
    EXPECT_EQ(text_of(grid.back(), "rollout.operator_budget_bn_vnd"), "[10, 20]");
    for (auto const& point : grid) {
        EXPECT_EQ(std::ranges::count(grid, point.name, &GridPoint::name), 1) << point.name;
        EXPECT_NE(text_of(point, "rollout.policy"), "priority_places");
        EXPECT_NE(point.name.find(text_of(point, "rollout.policy")), std::string::npos);
    }
}

TEST(FrontGrid, TakesPoliciesThatNeedPlacesWhereTheScenarioNamesSome) {
    auto scenario = with_budgets();
    scenario.rollout.priority_places = "T-01";
    geo::Problems problems;
    EXPECT_EQ(front_grid(scenario, {1}, problems).size(), policy_names.size());
}

TEST(FrontGrid, TellsSharesThatAreNoneOrGivenTwice) {
    geo::Problems problems;
    (void)front_grid(with_budgets(), {-1, 101}, problems);
    EXPECT_EQ(problems.size(), 2U);
    problems.clear();
    (void)front_grid(with_budgets(), {1, 0.5, 1}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].what.en.find("1 is given twice"), std::string::npos);
}

} // namespace
} // namespace phusong::study

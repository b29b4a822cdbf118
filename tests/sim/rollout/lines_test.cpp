// Lines to homes: fibre and fixed wireless.
#include "sim/rollout/board.h"
#include "sim/rollout/offer.h"
#include "tests/sim/rollout/hand_made.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

struct LinesOfTwo : testing::Test {
    test::HandMade made{{400, 300}};
    LinesOfTwo() {
        made.scenario.rollout.operator_budget_bn_vnd = {50};
        made.scenario.rollout.public_budget_bn_vnd = {50};
        made.scenario.rollout.fixed_wireless_line_worth = 0.5;
    }
    std::vector<Project> projects() const { return made.plan().projects; }
};

TEST_F(LinesOfTwo, FixedWirelessWaitsForBroadbandAtTheHall) {
    made.fixed_wireless(0, 0.001, 1);
    EXPECT_TRUE(projects().empty());
    auto const plan = made.plan();
    EXPECT_EQ(plan.unbuilt.back()[index(Refusal::waits_for_signal)], 1);
    made.already(0, Technology::g2, made.parts);
    EXPECT_TRUE(projects().empty()); // 2G carries no line
    made.site({0}, 0.2, 0, 2022);
    auto const built = projects();
    ASSERT_EQ(built.size(), 2U);
    EXPECT_EQ(built[0].candidate, 1U);
    EXPECT_EQ(built[1].candidate, 0U);
    EXPECT_EQ(built[1].year, 2022); // with the site, not before it
}

TEST_F(LinesOfTwo, RadioServesTheShareThatItsLinesReachAndFibreTheRestLater) {
    made.already(0, Technology::g4);
    made.fixed_wireless(0, 0.001, 0.25);
    made.fibre(0, 0.5).earliest_year = 2023;
    auto const built = projects();
    ASSERT_EQ(built.size(), 2U);
    auto const fixed = index(ServiceKind::fixed), paytv = index(ServiceKind::paytv);
    EXPECT_EQ(built[0].new_people[fixed], 100);
    EXPECT_EQ(built[0].new_people[paytv], 0); // television comes by fibre
    EXPECT_EQ(built[1].year, 2023);
    EXPECT_EQ(built[1].new_people[fixed], 300);
    EXPECT_EQ(built[1].new_people[paytv], 400);
}

TEST_F(LinesOfTwo, RadioBringsNothingWhereFibreIs) {
    made.already(0, Technology::g4);
    made.fibre(0, 0.001);
    made.fixed_wireless(0, 0.3, 1);
    auto const built = projects();
    ASSERT_EQ(built.size(), 1U);
    EXPECT_EQ(built[0].candidate, 0U);
}

TEST_F(LinesOfTwo, APersonWithALineByRadioCountsThePartThatTheScenarioSays) {
    made.already(0, Technology::g4);
    made.fixed_wireless(0, 0.001, 0.25);
    auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
    auto covered = covered_in_base_year(board, made.points, made.villages);
    double const weight = made.scenario.rollout.broadband_person_weight;
    EXPECT_DOUBLE_EQ(gain(board, covered, 0).worth, weight * 400 * 0.25 * 0.5);
    cover(board, covered, 0);
    EXPECT_EQ(gain(board, covered, 0).people(), 0);
}

TEST_F(LinesOfTwo, OpenGoalsCountMoreWhenTheyComeFirst) {
    made.already(1, Technology::g4);
    made.site({0}, 0.2);
    made.fibre(1, 0.2);
    made.scenario.rollout.policy = Policy::targets_first;
    made.scenario.rollout.max_projects_per_year = 1;
    auto const first = [&](OpenGoals open) {
        return plan_rollout(made.world, made.scenario, made.candidates, made.points, made.villages, made.curves, open)
            .projects.front()
            .candidate;
    };
    EXPECT_EQ(first({}), 0U); // a first signal counts more than fibre
    EXPECT_EQ(first({.fixed_lines = true}), 1U);
    EXPECT_EQ(first({.signal = true, .fixed_lines = true}), 0U);
}

} // namespace
} // namespace phusong

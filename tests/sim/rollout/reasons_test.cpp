#include "tests/sim/rollout/hand_made.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

std::string code(Plan const& plan, int year, std::size_t village) {
    return plan.reason.at(static_cast<std::size_t>(year - 2020)).at(village).code();
}

TEST(Reasons, SayServedBuiltAndWhatTheBaseYearLacked) {
    test::HandMade made({430, 270});
    made.already(0, Technology::g3);
    made.site({1}, 0.75);
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    made.scenario.rollout.public_budget_bn_vnd = {3};
    auto const plan = made.plan();
    ASSERT_EQ(plan.reason.size(), 4U);
    EXPECT_EQ(code(plan, 2020, 0), "ALREADY_SERVED");
    EXPECT_EQ(code(plan, 2023, 0), "ALREADY_SERVED");
    EXPECT_EQ(code(plan, 2020, 1), "NOT_VIABLE"); // 54 million a year never pay 750 million back
    EXPECT_EQ(code(plan, 2021, 1), "BUILT");
    EXPECT_EQ(code(plan, 2023, 1), "BUILT");
}

TEST(Reasons, SayNotViableWithoutPublicMoneyAndBudgetExceededWithTooLittle) {
    test::HandMade made({430});
    made.site({0}, 0.75, 0.07);
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    made.scenario.rollout.public_budget_bn_vnd = {0, 0.1, 3};
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "NOT_VIABLE");
    EXPECT_EQ(code(plan, 2022, 0), "BUDGET_EXCEEDED");
    EXPECT_EQ(code(plan, 2023, 0), "BUILT");
}

TEST(Reasons, SayBudgetExceededWhenTheOperatorsOfAViableSiteHaveNoMoney) {
    test::HandMade made({9000});
    made.site({0}, 0.75, 0.07);
    EXPECT_EQ(code(made.plan(), 2020, 0), "BUDGET_EXCEEDED");
    EXPECT_EQ(code(made.plan(), 2022, 0), "BUDGET_EXCEEDED");
}

TEST(Reasons, NameTheYearInWhichPowerComes) {
    test::HandMade made({430});
    made.site({0}, 0.75, 0, 2023);
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    made.scenario.rollout.public_budget_bn_vnd = {3};
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2020, 0), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(code(plan, 2022, 0), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(code(plan, 2023, 0), "BUILT");
}

TEST(Reasons, SayCapacityWhenAllCrewsAreBusy) {
    test::HandMade made({430, 270});
    made.site({0}, 0.75);
    made.site({1}, 0.75);
    made.scenario.rollout.operator_budget_bn_vnd = {9};
    made.scenario.rollout.public_budget_bn_vnd = {9};
    made.scenario.rollout.max_projects_per_year = 1;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "BUILT");
    EXPECT_EQ(code(plan, 2021, 1), "CAPACITY");
    EXPECT_EQ(code(plan, 2022, 1), "BUILT");
}

TEST(Reasons, SayTooFewPeopleForLessThanAProjectIsWorth) {
    test::HandMade made({430});
    made.villages[0].state = SignalState::weak;
    made.world.people = {{0, VillageId{0}, 421}, {0, VillageId{0}, 9}}; // the centre is served, nine people are not
    made.world.people[1].cell = 0;
    made.site({1}, 0.75);
    made.scenario.rollout.min_people_per_project = 13;
    made.scenario.rollout.public_budget_bn_vnd = {9};
    EXPECT_EQ(code(made.plan(), 2021, 0), "TOO_FEW_PEOPLE");
}

TEST(Reasons, SayWhyNoPlaceCanBeConnected) {
    test::HandMade made({430, 270, 190, 0});
    made.candidates.blocked_by_line_of_sight[0] = true;
    made.candidates.blocked_by_fibre_length[1] = true;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "NO_LINE_OF_SIGHT");
    EXPECT_EQ(code(plan, 2021, 1), "FIBRE_TOO_FAR");
    EXPECT_EQ(code(plan, 2021, 2), "NO_LINE_OF_SIGHT"); // no place reaches anybody there
    EXPECT_EQ(code(plan, 2021, 3), "TOO_FEW_PEOPLE");   // nobody lives there
}

} // namespace
} // namespace phusong

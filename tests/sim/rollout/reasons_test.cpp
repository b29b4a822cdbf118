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
    made.scenario.rollout.public_budget_bn_vnd = {3.4};
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
    made.scenario.rollout.public_budget_bn_vnd = {3.4};
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2020, 0), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(code(plan, 2022, 0), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(code(plan, 2023, 0), "BUILT");
}

TEST(Reasons, NameTheYearUntilWhichThingsArePreparedWhereThereIsPower) {
    test::HandMade made({430});
    auto& site = made.site({0}, 0.75, 0, 2023);
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    made.scenario.rollout.public_budget_bn_vnd = {3.4};
    for (bool const own_power : {false, true}) {
        site.solar = own_power;
        site.grid_year = own_power ? 2030 : 0;
        auto const plan = made.plan();
        EXPECT_EQ(code(plan, 2022, 0), "LEAD_TIME_UNTIL_2023");
        EXPECT_EQ(code(plan, 2023, 0), "BUILT");
        EXPECT_EQ(plan.unbuilt.front()[index(Refusal::waits_for_lead_time)], 1);
        EXPECT_EQ(plan.unbuilt.front()[index(Refusal::waits_for_power)], 0);
    }
    site.solar = false;
    site.grid_year = 2022; // power comes, but a year before anything is ready
    EXPECT_EQ(code(made.plan(), 2021, 0), "NO_POWER_UNTIL_2022");
    EXPECT_EQ(code(made.plan(), 2022, 0), "LEAD_TIME_UNTIL_2023");
}

TEST(Reasons, SayThatTheBaseYearLackedPowerWhereTheGridComesInTheFirstPlannedYear) {
    test::HandMade made({430, 9000});
    made.site({0}, 0.75).grid_year = 2021;
    made.site({1}, 0.75, 0.07).grid_year = 2021;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2020, 0), "NO_POWER_UNTIL_2021");
    EXPECT_EQ(code(plan, 2020, 1), "NO_POWER_UNTIL_2021"); // viable or not
    EXPECT_EQ(code(plan, 2021, 0), "NOT_VIABLE");
    EXPECT_EQ(code(plan, 2021, 1), "BUDGET_EXCEEDED");
}

TEST(Reasons, OfYearsBeforeThePlanSpeakOfNoPurseAndOfThePowerOfThatYear) {
    test::HandMade made({430, 9000, 270});
    made.scenario.years = {.base = 2020, .first = 2023, .last = 2024};
    made.site({0}, 0.75, 0, 2023).grid_year = 2022;
    made.site({1}, 0.75, 0.07, 2023).grid_year = 2008;
    made.site({2}, 0.75, 0, 2024);
    auto const plan = made.plan();
    ASSERT_EQ(plan.reason.size(), 5U);
    EXPECT_EQ(code(plan, 2020, 0), "NO_POWER_UNTIL_2022");
    EXPECT_EQ(code(plan, 2021, 0), "NO_POWER_UNTIL_2022");
    EXPECT_EQ(code(plan, 2022, 0), "NOT_VIABLE"); // the grid is there, nobody pays
    EXPECT_EQ(code(plan, 2022, 1), "BUDGET_EXCEEDED");
    EXPECT_EQ(code(plan, 2022, 2), "NO_POWER_UNTIL_2024");
    for (std::size_t y = 0; y < 5; ++y) EXPECT_EQ(plan.reason[y][1].before_plan, y < 3);
    EXPECT_EQ(plan.unbuilt.size(), 2U);
}

/// The same place, when the grid comes in 2022 and with solar power before.
void with_grid_or_solar(test::HandMade& made, double solar_bn) {
    made.site({0}, 0.75, 0, 2022);
    auto& solar = made.site({0}, 0.75 + solar_bn);
    solar.solar = true;
    solar.grid_year = 2022;
}

TEST(Reasons, SpeakOfSolarPowerBeforeTheGridAndOfTheGridAfterIt) {
    test::HandMade made({430});
    with_grid_or_solar(made, 0.31);
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    made.scenario.rollout.public_budget_bn_vnd = {0, 0.3, 0}; // with the grid, 225 million are missing
    made.scenario.rollout.max_projects_per_year = 0;
    auto const idle = made.plan();
    EXPECT_EQ(code(idle, 2020, 0), "NO_POWER_UNTIL_2022"); // nobody had paid for solar
    EXPECT_EQ(code(idle, 2021, 0), "NOT_VIABLE");          // solar need not wait, but no purse could pay for it
    made.scenario.rollout.max_projects_per_year = 5;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "NOT_VIABLE"); // money for solar is what is missing, not the grid
    EXPECT_EQ(code(plan, 2022, 0), "BUILT");
    ASSERT_EQ(plan.projects.size(), 1U);
    EXPECT_EQ(plan.projects[0].candidate, 0U);
}

TEST(Reasons, SpeakOfTheCheaperOfTwoWaysToPowerTheSamePlace) {
    test::HandMade made({9000}); // 1.8 billion a year: both viable
    with_grid_or_solar(made, 2.5);
    made.scenario.rollout.operator_budget_bn_vnd = {0.2, 1, 0};
    made.scenario.rollout.max_projects_per_year = 0;
    EXPECT_EQ(code(made.plan(), 2022, 0), "CAPACITY");
    made.scenario.rollout.max_projects_per_year = 5;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "BUDGET_EXCEEDED"); // solar, for 3.25 billion
    EXPECT_EQ(code(plan, 2022, 0), "BUILT");           // the grid, for 0.75
}

TEST(Reasons, SpeakOfTheSiteThatWouldServeTheHallWhenThePeopleAreServed) {
    test::HandMade made({430});
    for (std::uint32_t part = 0; part < made.parts; ++part) made.already(0, Technology::g2, part);
    ASSERT_EQ(made.villages[0].state, SignalState::weak); // all people are served, the hall is not
    made.serve(made.bare_site(0, 0.75), Technology::g2, 0, made.parts);
    EXPECT_EQ(code(made.plan(), 2021, 0), "NOT_VIABLE");
    made.scenario.rollout.public_budget_bn_vnd = {0, 3};
    made.scenario.rollout.public_budget_bn_vnd.push_back(0);
    EXPECT_EQ(code(made.plan(), 2022, 0), "BUILT");
}

TEST(Reasons, CallAVillageBuiltOnlyWhenItsHallAndHalfOfItsPeopleHaveOneTechnology) {
    test::HandMade made({430, 270});
    auto& without_hall = made.bare_site(0, 0.3);
    for (std::uint32_t part = 0; part < made.parts; ++part) made.serve(without_hall, Technology::g4, 0, part);
    made.serve(without_hall, Technology::g2, 0, made.parts); // of another technology
    auto& few_people = made.bare_site(1, 0.3);
    made.serve(few_people, Technology::g4, 1, 0); // 47 in a hundred
    made.serve(few_people, Technology::g4, 1, made.parts);
    made.scenario.rollout.public_budget_bn_vnd = {7.3};
    made.scenario.rollout.operator_budget_bn_vnd = {9};
    auto const plan = made.plan();
    EXPECT_EQ(plan.projects.size(), 2U);
    EXPECT_NE(code(plan, 2021, 0), "BUILT");
    EXPECT_NE(code(plan, 2021, 1), "BUILT");
    made.serve(made.candidates.list[0], Technology::g2, 0, 0);
    made.serve(made.candidates.list[0], Technology::g2, 0, 1); // 79 in a hundred by the hall's technology
    made.serve(made.candidates.list[1], Technology::g4, 1, 1);
    auto const better = made.plan();
    EXPECT_EQ(code(better, 2021, 0), "BUILT");
    EXPECT_EQ(code(better, 2021, 1), "BUILT");
}

TEST(Reasons, SayCapacityWhenAllCrewsAreBusy) {
    test::HandMade made({430, 270});
    made.site({0}, 0.75);
    made.site({1}, 0.75);
    made.scenario.rollout.operator_budget_bn_vnd = {9};
    made.scenario.rollout.public_budget_bn_vnd = {7.3};
    made.scenario.rollout.max_projects_per_year = 1;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "BUILT");
    EXPECT_EQ(code(plan, 2021, 1), "CAPACITY");
    EXPECT_EQ(code(plan, 2022, 1), "BUILT");
}

TEST(Reasons, SpeakOfMoneyAndNotOfCrewsWhereNoPurseCouldPayForThemAnyway) {
    test::HandMade made({430, 270});
    made.site({0}, 0.31); // nearly pays for itself
    made.site({1}, 0.97); // needs a subsidy that nobody has
    made.scenario.rollout.operator_budget_bn_vnd = {9};
    made.scenario.rollout.public_budget_bn_vnd = {0.06, 0, 0};
    made.scenario.rollout.carry_over = false;
    made.scenario.rollout.max_projects_per_year = 1;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2021, 0), "BUILT"); // the crew of the year
    EXPECT_EQ(code(plan, 2021, 1), "BUDGET_EXCEEDED");
    EXPECT_EQ(code(plan, 2022, 1), "NOT_VIABLE");
}

TEST(Reasons, DoNotBlameTheTerrainWhenAVillageWasNotTried) {
    test::HandMade made({430, 270});
    made.candidates.not_tried[1] = true;
    auto const plan = made.plan();
    EXPECT_EQ(code(plan, 2022, 0), "NO_LINE_OF_SIGHT");
    EXPECT_EQ(code(plan, 2022, 1), "CAPACITY");
}

TEST(Reasons, SayTooFewPeopleForLessThanAProjectIsWorth) {
    test::HandMade made({430});
    made.serve(made.bare_site(0, 0.75), Technology::g4, 0, 2); // 91 people, but not the hall
    made.scenario.rollout.min_people_per_project = 92;
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

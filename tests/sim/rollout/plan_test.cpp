#include "tests/sim/rollout/hand_made.h"
#include <gmock/gmock.h>

namespace phusong {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Plan, BuildsNothingWithoutMoney) {
    test::HandMade made({430, 270, 190});
    made.site({0, 1}, 0.75);
    made.fibre(2, 0.2);
    EXPECT_THAT(made.plan().projects, IsEmpty());
}

TEST(Plan, TakesTheMostNewPeoplePerMoneyFirst) {
    test::HandMade made({430, 270, 190});
    made.site({0}, 2.0);    // 430 people for 2 bn
    made.site({1, 2}, 1.5); // 460 for 1.5 bn
    made.scenario.rollout.public_budget_bn_vnd = {2.1};
    made.scenario.rollout.operator_budget_bn_vnd = {3};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 2U);
    EXPECT_EQ(plan.projects[0].candidate, 1U);
    EXPECT_EQ(plan.projects[0].new_people[index(ServiceKind::mobile)], 460);
}

TEST(Plan, CountsPeopleOnlyOnceWhenFootprintsOverlap) {
    test::HandMade made({430, 270, 190});
    made.site({0, 1}, 0.9);
    made.site({1, 2}, 1.1);
    made.scenario.rollout.operator_budget_bn_vnd = {9};
    made.scenario.rollout.public_budget_bn_vnd = {7.3};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 2U);
    EXPECT_EQ(plan.projects[0].new_people[index(ServiceKind::mobile)], 700);
    EXPECT_EQ(plan.projects[1].new_people[index(ServiceKind::mobile)], 190); // village 1 has signal by then
}

TEST(Plan, DropsAProjectThatALaterOneOfTheYearMakesUnnecessary) {
    test::HandMade made({430, 270, 190});
    made.site({0}, 0.4);       // 1,075 people per bn: first
    made.site({0, 1, 2}, 0.6); // 460 more for 0.6 bn, and then it serves everybody alone
    made.scenario.rollout.operator_budget_bn_vnd = {20};
    made.scenario.rollout.public_budget_bn_vnd = {17};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    EXPECT_EQ(plan.projects[0].candidate, 1U);
    EXPECT_EQ(plan.projects[0].new_people[index(ServiceKind::mobile)], 890); // all of them are its own now
}

TEST(Plan, WaitsForTheYearInWhichASiteHasPower) {
    test::HandMade made({430});
    made.site({0}, 0.75, 0, 2022);
    made.scenario.rollout.operator_budget_bn_vnd = {2};
    made.scenario.rollout.public_budget_bn_vnd = {2.6};
    EXPECT_THAT(made.built_in(2021), IsEmpty());
    EXPECT_THAT(made.built_in(2022), ElementsAre(0));
}

TEST(Plan, BuildsNoMoreThanTheCrewsCan) {
    test::HandMade made({430, 270, 190});
    for (std::uint32_t v : {0U, 1U, 2U}) made.site({v}, 0.75);
    made.scenario.rollout.operator_budget_bn_vnd = {20};
    made.scenario.rollout.public_budget_bn_vnd = {17};
    made.scenario.rollout.max_projects_per_year = 2;
    EXPECT_THAT(made.built_in(2021), ElementsAre(0, 1));
    EXPECT_THAT(made.built_in(2022), ElementsAre(2));
}

TEST(Plan, SavesForADearProjectWhenMoneyIsCarriedOver) {
    for (bool carry : {true, false}) {
        test::HandMade made({4300}); // 4300 · 199,800 VND a year: viable at 2.4 bn
        made.site({0}, 2.4);
        made.scenario.rollout.operator_budget_bn_vnd = {0.9};
        made.scenario.rollout.carry_over = carry;
        auto const plan = made.plan();
        ASSERT_EQ(plan.projects.size(), carry ? 1U : 0U);
        if (carry) {
            EXPECT_EQ(plan.projects[0].year, 2023); // 0.9 + 0.9 + 0.9
        }
    }
}

TEST(Plan, PaysOperatorsShareAndSubsidyFromTheirOwnPurses) {
    test::HandMade made({430});
    // 430 · 199,800 = 85.9 million a year; opex 70 million; 15.9 million left, 107.3 million in 9 years at 8 %.
    made.site({0}, 0.75, 0.07);
    made.scenario.rollout.operator_budget_bn_vnd = {2};
    made.scenario.rollout.public_budget_bn_vnd = {2.6};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    double const surplus = (430 * 199800.0 - 70e6) * annuity_due_factor(0.08, 9);
    EXPECT_NEAR(plan.operators[0].capex_vnd, surplus, 1);
    EXPECT_NEAR(plan.public_purse[0].capex_vnd, 750e6 - surplus, 1);
    EXPECT_EQ(plan.operators[1].recurring_vnd, 0); // revenue covers opex
}

TEST(Plan, KeepsTheYearlySubsidyPromisedEveryYear) {
    test::HandMade made({270});
    made.site({0}, 0.75, 0.07); // 53.9 million revenue a year: 16.1 million missing each year
    made.scenario.rollout.public_budget_bn_vnd = {0.8};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    for (auto const& year : plan.public_purse) EXPECT_NEAR(year.recurring_vnd, 70e6 - 270 * 199800.0, 1);
}

TEST(Plan, AsksNobodyForOpexThatRevenueCoversAlthoughThePlanOutlastsTheHorizon) {
    test::HandMade made({430});
    made.site({0}, 0.75, 0.07); // 85.9 million a year against 70
    made.scenario.years.last = 2033;
    made.scenario.rollout.operator_budget_bn_vnd = {0.21};
    made.scenario.rollout.public_budget_bn_vnd = {0.73};
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    EXPECT_EQ(plan.projects[0].year, 2021);
    for (auto const& year : plan.operators) EXPECT_EQ(year.recurring_vnd, 0) << year.year; // the horizon ends in 2029
}

TEST(Plan, PutsVillagesFibreOrMarketFirstAsThePolicySays) {
    test::HandMade made({90, 4000, 2000});
    made.already(2, Technology::g2);
    made.villages[1].state = SignalState::good; // by hand: its people still lack signal
    made.site({0}, 0.75, 0.07);                 // 0: a village becomes good; never viable
    made.site({1}, 0.75, 0.07);                 // 1: 4,000 people, viable
    made.fibre(2, 1.3);                         // 2: fibre
    auto& rollout = made.scenario.rollout;
    rollout.operator_budget_bn_vnd = {20};
    rollout.public_budget_bn_vnd = {17};
    rollout.max_projects_per_year = 1;
    auto const first = [&](Policy policy) {
        rollout.policy = policy;
        return made.built_in(2021).at(0);
    };
    EXPECT_EQ(first(Policy::most_people_per_vnd), 1U);
    EXPECT_EQ(first(Policy::villages_first), 0U);
    EXPECT_EQ(first(Policy::viable_first), 1U);
    EXPECT_EQ(first(Policy::fibre_first), 2U);
}

TEST(Plan, LetsFourGOnTopOfOldSignalEarnTheUpliftOnly) {
    test::HandMade made({430});
    made.already(0, Technology::g2);
    made.site({0}, 0.2);
    made.scenario.rollout.public_budget_bn_vnd = {2.6};
    made.scenario.rollout.operator_budget_bn_vnd = {2};
    made.scenario.finance.broadband_uplift_share = 0.27;
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    EXPECT_EQ(plan.projects[0].new_people[index(ServiceKind::mobile)], 0);
    EXPECT_EQ(plan.projects[0].new_broadband_people, 430);
    EXPECT_NEAR(plan.projects[0].appraisal.net_revenue_vnd[4], 0.27 * 430 * 199800, 1);
}

} // namespace
} // namespace phusong

#include "sim/rollout/money_left.h"
#include "tests/sim/rollout/hand_made.h"
#include <gmock/gmock.h>

namespace phusong {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

int stopped(Plan const& plan, std::size_t year, Refusal refusal) { return plan.unbuilt.at(year)[index(refusal)]; }

TEST(Unbuilt, CountsWhatStoppedEveryCandidateInEveryYear) {
    test::HandMade made({430, 270, 190, 70, 9000});
    made.site({0}, 0.75, 0, 2023);      // waits for power in 2021 and 2022
    made.site({1}, 0.75);               // 270 people: needs 0.4 billion of subsidy
    made.site({2}, 0.31);               // built in 2021, with 0.05
    made.site({2}, 0.97);               // then brings nothing new
    auto& few = made.bare_site(3, 0.2); // 32 people and no hall
    made.serve(few, Technology::g4, 3, 0);
    made.site({4}, 7.5, 0.07); // viable and too dear for the operators
    made.scenario.rollout.min_people_per_project = 37;
    made.scenario.rollout.operator_budget_bn_vnd = {1.9};
    made.scenario.rollout.public_budget_bn_vnd = {0.09, 0, 0};
    made.scenario.rollout.carry_over = false;
    auto const plan = made.plan();
    ASSERT_EQ(plan.projects.size(), 1U);
    ASSERT_EQ(plan.unbuilt.size(), 3U);
    EXPECT_EQ(stopped(plan, 0, Refusal::waits_for_power), 1);
    EXPECT_EQ(stopped(plan, 2, Refusal::waits_for_power), 0);
    EXPECT_EQ(stopped(plan, 0, Refusal::public_short), 1);
    EXPECT_EQ(stopped(plan, 1, Refusal::no_public_money), 1);
    EXPECT_EQ(stopped(plan, 2, Refusal::no_public_money), 2); // site 0 too, which has power by then
    EXPECT_EQ(stopped(plan, 1, Refusal::nothing_new), 1);
    EXPECT_EQ(stopped(plan, 1, Refusal::too_few_people), 1);
    EXPECT_EQ(stopped(plan, 1, Refusal::operators_short), 1);
}

TEST(Unbuilt, TellsPromisesThatALaterBudgetCannotKeepFromMoneyThatIsMissingNow) {
    test::HandMade made({270});
    made.site({0}, 0.75, 0.07); // 16.1 million missing each year
    made.scenario.rollout.public_budget_bn_vnd = {0.8, 0.8, 0.015};
    EXPECT_EQ(stopped(made.plan(), 0, Refusal::public_promised), 1);
    EXPECT_EQ(stopped(made.plan(), 2, Refusal::public_short), 0); // carried money pays the last year
    made.scenario.rollout.public_budget_bn_vnd = {0.7, 0.8, 0.8};
    EXPECT_EQ(stopped(made.plan(), 0, Refusal::public_short), 1);
}

TEST(WhyMoneyIsLeft, SaysForEachPurseHowMuchAndWhatStoppedTheRestMostFrequentFirst) {
    Plan plan;
    plan.operators = {
        {.year = 2024, .budget_vnd = 17e9, .carried_vnd = 0, .available_vnd = 17e9, .capex_vnd = 5e9},
        {.year = 2025, .budget_vnd = 23e9, .carried_vnd = 12e9, .available_vnd = 35e9, .capex_vnd = 0.3e9}};
    plan.public_purse = {
        {.year = 2024, .budget_vnd = 3e9, .carried_vnd = 0, .available_vnd = 3e9, .capex_vnd = 3e9},
        {.year = 2025, .budget_vnd = 4e9, .carried_vnd = 0, .available_vnd = 4e9, .recurring_vnd = 4e9}};
    plan.unbuilt.resize(2);
    plan.unbuilt[0][index(Refusal::crews_busy)] = 999;
    plan.unbuilt[1][index(Refusal::waits_for_power)] = 7;
    plan.unbuilt[1][index(Refusal::public_short)] = 52;
    plan.unbuilt[1][index(Refusal::nothing_new)] = 888;
    auto const notes = why_money_is_left(plan);
    ASSERT_EQ(notes.size(), 1U); // public money is spent
    EXPECT_EQ(notes[0].en, "Why 34.7 of 40.0 billion VND of operators' money are left at the end of 2025: possible "
                           "projects that would still bring something: 59, stopped by more public money needed than is "
                           "left (52), the grid comes later (7)");
    EXPECT_EQ(notes[0].vi,
              "Vì sao các nhà mạng còn 34,7 trên 40,0 tỷ đồng cuối năm 2025: số phương án còn có ích mà chưa "
              "làm: 59, vì cần nhiều tiền nhà nước hơn số còn lại (52), chờ điện lưới (7)");
}

TEST(WhyMoneyIsLeft, CountsWhatIsThereAtTheEndAndTellsWhatLapsedApart) {
    Plan plan; // nothing is carried over
    plan.operators = {{.year = 2024, .budget_vnd = 17e9, .available_vnd = 17e9, .capex_vnd = 5e9},
                      {.year = 2025, .budget_vnd = 23e9, .available_vnd = 23e9, .capex_vnd = 20e9}};
    plan.unbuilt.resize(2);
    auto const notes = why_money_is_left(plan);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_THAT(notes[0].en, HasSubstr("Why 3.0 of 40.0 billion VND of operators' money are left at the end of 2025 "
                                       "(12.0 lapsed in the years before): "));
    EXPECT_THAT(notes[0].vi, HasSubstr("còn 3,0 trên 40,0 tỷ đồng cuối năm 2025 (các năm trước đã hết hạn 12,0 tỷ): "));
}

TEST(WhyMoneyIsLeft, SaysThatNothingIsLeftToDoOrNothingAtAll) {
    test::HandMade made({9000});
    made.site({0}, 0.75, 0.07);
    EXPECT_THAT(why_money_is_left(made.plan()), IsEmpty()); // no purse was ever filled
    made.scenario.rollout.operator_budget_bn_vnd = {2};
    made.scenario.rollout.public_budget_bn_vnd = {0.7};
    auto const notes = why_money_is_left(made.plan());
    ASSERT_EQ(notes.size(), 2U);
    for (auto const& note : notes) EXPECT_THAT(note.en, HasSubstr("no project is left"));
    EXPECT_THAT(notes[1].vi, AllOf(HasSubstr("2,1 trên 2,1 tỷ đồng"), Not(HasSubstr("{}"))));
}

TEST(WhyMoneyIsLeft, HasWordsInBothLanguagesForEveryCause) {
    for (std::size_t r = index(Refusal::nothing_new) + 1; r < refusal_names.size(); ++r) {
        Plan plan;
        plan.operators = {{.year = 2025, .budget_vnd = 17e9, .available_vnd = 17e9}};
        plan.unbuilt.resize(1);
        plan.unbuilt[0][r] = 37;
        auto const notes = why_money_is_left(plan);
        ASSERT_EQ(notes.size(), 1U);
        EXPECT_THAT(notes[0].en, HasSubstr(" (37)")) << refusal_names[r];
        EXPECT_THAT(notes[0].vi, HasSubstr(" (37)")) << refusal_names[r];
    }
}

} // namespace
} // namespace phusong

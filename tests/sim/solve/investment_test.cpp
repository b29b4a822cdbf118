#include "geo/problem.h"
#include "sim/solve/plan/investment.h"
#include "sim/solve/plan/plan_file.h"
#include "tests/sim/solve/small_cases.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

using test::little_work;
using test::random_cases;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Investment random_plan(Dice& dice) {
    Investment out;
    auto const places = 2 + dice.below(3), years = 2 + dice.below(2);
    for (Node i = 0; i < places; ++i) {
        Node const parent = i == 0 || dice.below(3) == 0 ? nothing : dice.below(i);
        out.places.push_back({.parent = parent,
                              .cost = {3 + dice.below(17), 2 + dice.below(9)},
                              .benefit = {dice.below(60), dice.below(40)}});
    }
    for (std::uint32_t t = 0; t < years; ++t) {
        out.budgets.push_back(dice.below(25));
        out.discounts.push_back(1000 - 70 * static_cast<Cost>(t));
    }
    return out;
}

Cost value_of_all(Investment const& p, std::vector<Build> const& builds) {
    Cost sum = 0;
    for (Node i = 0; i < builds.size(); ++i)
        if (builds[i].year != nothing) sum += value_of(p, i, builds[i]);
    return sum;
}

Cost most_by_trying_all(Investment const& p, std::vector<Build>& builds, Node next) {
    if (next == p.places.size()) return left_of(p, builds) ? value_of_all(p, builds) : 0;
    builds[next] = {};
    Cost best = most_by_trying_all(p, builds, next + 1);
    for (auto means : both_means)
        for (std::uint32_t t = 0; t < p.years(); ++t) {
            builds[next] = {t, means};
            best = std::max(best, most_by_trying_all(p, builds, next + 1));
        }
    builds[next] = {};
    return best;
}

Cost most_by_trying_all(Investment const& p) {
    std::vector<Build> builds(p.places.size());
    return most_by_trying_all(p, builds, 0);
}

TEST(PlanOverYears, IsTheBestOnRandomSmallCasesAndTheBoundIsNoLower) {
    Dice dice{41};
    for (int k = 0; k < random_cases; ++k) {
        auto const p = random_plan(dice);
        auto const best = most_by_trying_all(p);
        auto const found = solve_investment(p, little_work(static_cast<std::uint64_t>(k)));
        ASSERT_EQ(found.value, best) << k;
        ASSERT_GE(found.bound, best) << k;
        ASSERT_EQ(left_of(p, found.builds), found.left_of_year) << k;
        ASSERT_EQ(value_of_all(p, found.builds), found.value) << k;
    }
}

TEST(PlanOverYears, MoreMoneyInAnyYearIsNeverWorse) {
    Dice dice{43};
    for (int k = 0; k < 100; ++k) {
        auto p = random_plan(dice);
        auto const before = solve_investment(p, little_work(5)).value;
        p.budgets[dice.below(p.years())] += 6;
        ASSERT_GE(solve_investment(p, little_work(5)).value, before) << k;
    }
}

TEST(PlanOverYears, FibreNeedsItsParentInTheSameYearOrBefore) {
    Investment const p{
        .places = {{nothing, {8, 5}, {30, 11}}, {0, {7, 6}, {40, 12}}}, .budgets = {9, 9}, .discounts = {1000, 900}};
    EXPECT_FALSE(left_of(p, {{nothing, Means::fibre}, {0, Means::fibre}}));
    EXPECT_FALSE(left_of(p, {{1, Means::fibre}, {0, Means::fibre}}));
    EXPECT_FALSE(left_of(p, {{0, Means::microwave}, {1, Means::fibre}}));
    EXPECT_THAT(*left_of(p, {{0, Means::fibre}, {1, Means::fibre}}), ElementsAre(1, 2));
}

TEST(PlanFile, ReadsPlacesYearsAndMoneyAndCountsInThousandths) {
    auto const file = read_plan_file("2 2\n9 8.5\n1000 930\n-1 8 30 5 11\n0 7 40 6 12\n", "plan.txt");
    EXPECT_EQ(file.cost_digits, 1);
    EXPECT_EQ(file.value_digits, 3);
    EXPECT_THAT(file.problem.budgets, ElementsAre(90, 85));
    EXPECT_EQ(file.problem.places[0].parent, nothing);
    EXPECT_EQ(file.problem.places[1].parent, 0U);
    EXPECT_THAT(file.problem.places[1].cost, ElementsAre(70, 60));
    EXPECT_EQ(value_of(file.problem, 1, {1, Means::microwave}), 12 * 930);
}

TEST(PlanFile, RefusesParentsThatLeadInACircle) {
    try {
        (void)read_plan_file("2 2\n9 8\n1000 930\n1 8 30 5 11\n0 7 40 6 12\n", "plan.txt");
        FAIL() << "was read";
    } catch (geo::InputError const& error) {
        EXPECT_THAT(error.what(), HasSubstr("lead in a circle"));
    }
}

} // namespace
} // namespace phusong::solve

// Plans of random cases, held against trying every order and against greedy written again.
#include "sim/rollout/offer.h"
#include "tests/sim/rollout/random_case.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::random_case;

/// Money that a set of projects, bought in the order of their numbers in 2021, asks of each purse in that only year.
bool brute_force_feasible(test::HandMade const& made, Board const& board, std::vector<std::uint32_t> const& order) {
    auto covered = covered_in_base_year(board, made.points, made.villages);
    double operators = 0, subsidy = 0;
    for (auto c : order) {
        auto const offer = make_offer(board, covered, c, 2021);
        operators += offer.operators.capex_vnd + offer.operators.recurring_vnd.at(0);
        subsidy += offer.public_purse.capex_vnd + offer.public_purse.recurring_vnd.at(0);
        cover(board, covered, c);
    }
    return operators <= made.scenario.rollout.operator_budget_bn_vnd[0] * 1e9 + 1 &&
           subsidy <= made.scenario.rollout.public_budget_bn_vnd[0] * 1e9 + 1;
}

TEST(PlanLaws, InOneYearThePlanIsAmongTheFeasibleOrdersAndLeavesNothingAffordable) {
    for (unsigned seed = 0; seed < 600; ++seed) {
        auto made = random_case(seed);
        made.scenario.years.last = 2021;
        auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
        auto const built = made.built_in(2021);
        ASSERT_TRUE(brute_force_feasible(made, board, built)) << "seed " << seed;
        for (std::uint32_t c = 0; c < made.candidates.list.size(); ++c) { // one more would overspend or bring nothing
            if (std::ranges::find(built, c) != built.end()) continue;
            auto covered = covered_in_base_year(board, made.points, made.villages);
            for (auto b : built) cover(board, covered, b);
            if (make_offer(board, covered, c, 2021).refusal != Refusal::none) continue;
            auto more = built;
            more.push_back(c);
            ASSERT_FALSE(brute_force_feasible(made, board, more)) << "seed " << seed << ", candidate " << c;
        }
    }
}

/// The best that any order of any subset reaches: the plan may fall short of it, never exceed it.
double most_people_by_brute_force(test::HandMade const& made, Board const& board) {
    std::vector<std::uint32_t> order(made.candidates.list.size());
    for (std::uint32_t c = 0; c < order.size(); ++c) order[c] = c;
    double most = 0;
    for (unsigned subset = 0; subset < 1U << order.size(); ++subset) {
        std::vector<std::uint32_t> chosen;
        for (auto c : order)
            if ((subset >> c & 1U) != 0) chosen.push_back(c);
        auto covered = covered_in_base_year(board, made.points, made.villages);
        double people = 0;
        for (auto c : chosen) {
            people += gain(board, covered, c).first_signal_people;
            cover(board, covered, c);
        }
        most = std::max(most, people);
    }
    return most;
}

TEST(PlanLaws, WithPlentyOfMoneyGreedyReachesWhatBruteForceReaches) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        auto made = random_case(seed);
        made.world.people_growth_share_per_year = 0;
        made.scenario.rollout.operator_budget_bn_vnd = {1000};
        made.scenario.rollout.public_budget_bn_vnd = {1000};
        auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
        double reached = 0;
        for (auto const& project : made.plan().projects) reached += project.new_people[index(ServiceKind::mobile)];
        ASSERT_NEAR(reached, most_people_by_brute_force(made, board), 1e-6) << "seed " << seed;
    }
}

/// Greedy written again without lazy updates: looks at every candidate anew before every choice.
std::vector<std::uint32_t> patient_greedy(test::HandMade const& made, Board const& board) {
    auto covered = covered_in_base_year(board, made.points, made.villages);
    auto operators = make_purse(made.scenario.years, made.scenario.rollout.operator_budget_bn_vnd, true);
    auto public_purse = make_purse(made.scenario.years, made.scenario.rollout.public_budget_bn_vnd, true);
    operators.open(0);
    public_purse.open(0);
    std::vector<std::uint32_t> built;
    while (true) {
        std::optional<std::uint32_t> best;
        Score highest;
        for (std::uint32_t c = 0; c < made.candidates.list.size(); ++c) {
            if (std::ranges::find(built, c) != built.end()) continue;
            auto const offer = make_offer(board, covered, c, 2021);
            bool const paid = operators.affords(0, offer.operators) && public_purse.affords(0, offer.public_purse);
            if (offer.refusal != Refusal::none || !paid || (best && !(offer.score > highest))) continue;
            best = c;
            highest = offer.score;
        }
        if (!best) return built;
        auto const offer = make_offer(board, covered, *best, 2021);
        operators.pay(0, offer.operators);
        public_purse.pay(0, offer.public_purse);
        cover(board, covered, *best);
        built.push_back(*best);
    }
}

TEST(PlanLaws, LazyUpdatesChooseWhatAFreshLookAtEverythingWouldChoose) {
    int compared = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto made = random_case(seed);
        made.scenario.years.last = 2021;
        auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
        auto const expected = patient_greedy(made, board);
        auto covered = covered_in_base_year(board, made.points, made.villages);
        for (auto c : expected) cover(board, covered, c);
        auto const redundant = [&](std::uint32_t c) { return is_redundant(board, covered, c); };
        if (std::ranges::any_of(expected, redundant)) continue; // dropped by the plan, kept by plain greedy
        ++compared;
        ASSERT_EQ(made.built_in(2021), expected) << "seed " << seed;
    }
    EXPECT_GT(compared, 700);
}

} // namespace
} // namespace phusong

#include "geo/problem.h"
#include "sim/solve/pcst/budget.h"
#include "tests/sim/solve/pcst/brute_force.h"
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

Cost most_prize(PcstProblem const& problem, Cost budget) {
    Cost best = -1;
    test::each_tree(problem, [&](std::uint32_t set, Cost cost) {
        if (cost <= budget) best = std::max(best, test::prizes_in(problem, set));
    });
    return best;
}

Cost least_cost(PcstProblem const& problem, Cost prize) {
    Cost best = unreachable;
    test::each_tree(problem, [&](std::uint32_t set, Cost cost) {
        if (test::prizes_in(problem, set) >= prize) best = std::min(best, cost);
    });
    return best;
}

TEST(Budget, EqualsBruteForceOnTwoThousandRandomGraphs) {
    for (std::uint32_t i = 0; i < 2000; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i + 9000);
        Cost const budget = test::Draw(i + 50'000).below(60);
        Cost const best = most_prize(problem, budget);
        if (best < 0) {
            EXPECT_THROW((void)solve_budgeted(problem, budget, {}), geo::InputError);
            continue;
        }
        auto const tree = solve_budgeted(problem, budget, {});
        ASSERT_TRUE(test::is_tree(problem, tree.nodes, tree.edges));
        ASSERT_LE(tree.edge_cost, budget);
        ASSERT_EQ(tree.prize, best);
        ASSERT_EQ(tree.upper_bound, best);
    }
}

TEST(Budget, KeepsItsBoundAboveTheBestWithNextToNoWork) {
    for (std::uint32_t i = 0; i < 300; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i * 3 + 1); // without nodes that must be in there is always a tree
        if (!problem.terminals.empty()) continue;
        Cost const budget = test::Draw(i + 70'000).below(60);
        auto const tree = solve_budgeted(problem, budget, {.iterations = 0});
        Cost const best = most_prize(problem, budget);
        EXPECT_LE(tree.prize, best);
        EXPECT_GE(tree.upper_bound, best);
    }
}

TEST(Quota, CostsNoMoreThanAllAndNoLessThanItsBound) {
    for (std::uint32_t i = 0; i < 500; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i + 20'000);
        Cost const all = std::accumulate(problem.prizes.begin(), problem.prizes.end(), Cost{0});
        Cost const prize = test::Draw(i + 90'000).below(static_cast<std::uint32_t>(all) + 1);
        auto const tree = solve_quota(problem, prize, {});
        Cost const best = least_cost(problem, prize);
        ASSERT_TRUE(test::is_tree(problem, tree.nodes, tree.edges));
        EXPECT_GE(tree.prize, prize);
        EXPECT_GE(tree.edge_cost, best);
        EXPECT_LE(tree.lower_bound, best);
    }
}

TEST(Frontier, RisesInCostAndPrizeWithFallingReturns) {
    for (std::uint32_t i = 0; i < 200; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i + 30'000);
        auto const points = frontier(problem, {});
        for (std::size_t p = 0; p < points.size(); ++p) {
            auto const tree = tree_of(problem, points[p].edges, points[p].node);
            EXPECT_TRUE(test::is_tree(problem, tree.nodes, tree.edges));
            EXPECT_EQ(tree.edge_cost, points[p].edge_cost);
            EXPECT_LE(points[p].prize, most_prize(problem, points[p].edge_cost));
            if (p > 0) {
                EXPECT_GT(points[p].prize, points[p - 1].prize);
                EXPECT_GE(points[p].edge_cost, points[p - 1].edge_cost);
            }
            if (p > 1) {
                auto const rise = [&](std::size_t k) { return points[k].prize - points[k - 1].prize; };
                auto const run = [&](std::size_t k) { return points[k].edge_cost - points[k - 1].edge_cost; };
                EXPECT_LE(rise(p) * run(p - 1), rise(p - 1) * run(p));
            }
        }
    }
}

TEST(Budget, SaysWhenWhatMustBeInCostsTooMuch) {
    PcstProblem const problem{make_graph(3, {{0, 1, 8}, {1, 2, 7}}), {3, 0, 4}, {2}, 0};
    EXPECT_THROW((void)solve_budgeted(problem, 14, {}), geo::InputError);
    EXPECT_EQ(solve_budgeted(problem, 15, {}).prize, 7);
}

} // namespace
} // namespace phusong::solve

#include "geo/problem.h"
#include "sim/solve/pcst/pcst.h"
#include "tests/sim/solve/pcst/brute_force.h"
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

Cost best_value(PcstProblem const& problem) {
    Cost const all = std::accumulate(problem.prizes.begin(), problem.prizes.end(), Cost{0});
    Cost best = unreachable;
    test::each_tree(problem, [&](std::uint32_t set, Cost cost) {
        best = std::min(best, cost + all - test::prizes_in(problem, set));
    });
    return best;
}

void check(PcstProblem const& problem, PcstTree const& tree) {
    ASSERT_TRUE(test::is_tree(problem, tree.nodes, tree.edges));
    EXPECT_EQ(tree.value(), tree_of(problem, tree.edges, tree.nodes.front()).value());
    EXPECT_LE(tree.lower_bound, tree.value());
}

TEST(Pcst, EqualsBruteForceOnTwoThousandRandomGraphs) {
    for (std::uint32_t i = 0; i < 2000; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i);
        auto const tree = solve_pcst(problem, {});
        check(problem, tree);
        Cost const best = best_value(problem);
        ASSERT_EQ(tree.value(), best);
        ASSERT_EQ(tree.lower_bound, best);
    }
}

TEST(Pcst, KeepsItsBoundBelowTheBestWithNextToNoWork) {
    for (std::uint32_t i = 2000; i < 2300; ++i) {
        SCOPED_TRACE(i);
        auto const problem = test::random_problem(i);
        auto const tree = solve_pcst(problem, {.iterations = 0});
        check(problem, tree);
        Cost const best = best_value(problem);
        ASSERT_GE(tree.value(), best);
        ASSERT_LE(tree.lower_bound, best);
    }
}

TEST(Pcst, CostsNeverLessWhenANodeMustBeIn) {
    for (std::uint32_t i = 0; i < 60; ++i) {
        auto problem = test::random_problem(i * 7 + 4000);
        Cost const before = solve_pcst(problem, {}).value();
        problem.terminals.push_back(problem.graph.nodes() - 1);
        EXPECT_GE(solve_pcst(problem, {}).value(), before);
    }
}

TEST(Pcst, LeavesOutWhatIsNotWorthItsEdge) {
    PcstProblem const problem{make_graph(3, {{0, 1, 12}, {1, 2, 7}}), {20, 9, 6}, {}, 0};
    auto const tree = solve_pcst(problem, {});
    EXPECT_EQ(tree.nodes, std::vector<Node>({0}));
    EXPECT_EQ(tree.value(), 15);
}

TEST(Pcst, PassesThroughNodesWithoutPrizeToOnesWithPrizes) {
    PcstProblem const problem{make_graph(4, {{0, 1, 4}, {1, 2, 5}, {1, 3, 6}}), {30, 0, 9, 7}, {}, {}};
    auto const tree = solve_pcst(problem, {});
    EXPECT_EQ(tree.edges, std::vector<Edge>({0, 1, 2}));
    EXPECT_EQ(tree.prizes_lost, 0);
}

TEST(Pcst, SaysThatNodesCannotBeConnected) {
    PcstProblem const problem{make_graph(3, {{0, 1, 4}}), {0, 0, 0}, {2}, 0};
    EXPECT_THROW((void)solve_pcst(problem, {}), geo::InputError);
}

TEST(Pcst, RefusesSumsThatCannotBeKeptExactly) {
    Cost const large = Cost{1} << 59;
    PcstProblem const problem{make_graph(2, {{0, 1, large}}), {large, large}, {}, 0};
    EXPECT_THROW((void)solve_pcst(problem, {}), geo::InputError);
}

TEST(Pcst, GivesTheSameTreeForTheSameSeed) {
    auto const problem = test::random_problem(31);
    EXPECT_EQ(solve_pcst(problem, {.seed = 9}).edges, solve_pcst(problem, {.seed = 9}).edges);
}

} // namespace
} // namespace phusong::solve

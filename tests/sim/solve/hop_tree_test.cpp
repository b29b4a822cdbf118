#include "geo/problem.h"
#include "sim/solve/hoptree/hop_file.h"
#include "sim/solve/hoptree/hop_tree.h"
#include "tests/sim/solve/small_cases.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

using test::little_work;
using test::random_cases;
using ::testing::HasSubstr;

HopTree random_tree(Dice& dice) {
    HopTree out;
    auto const nodes = 3 + dice.below(4);
    std::vector<EdgeEnds> edges;
    for (Node a = 0; a < nodes; ++a)
        for (Node b = a + 1; b < nodes; ++b)
            if (dice.below(5) < 3) edges.push_back({a, b, 2 + dice.below(27)});
    out.graph = make_graph(nodes, std::move(edges));
    for (Node v = 0; v < nodes; ++v) {
        out.node_costs.push_back(dice.below(2) == 0 ? 0 : dice.below(19));
        if (dice.below(2) == 0) out.terminals.push_back(v);
    }
    out.root = dice.below(nodes);
    out.hops = 1 + dice.below(4);
    return out;
}

Cost cheapest_by_trying_all(HopTree const& p, Parents& parents, Node next) {
    if (next == p.graph.nodes()) return cost_of(p, parents).value_or(unreachable);
    parents[next] = nothing;
    Cost best = cheapest_by_trying_all(p, parents, next + 1);
    for (auto const& arc : p.graph.of(next)) {
        parents[next] = arc.head;
        best = std::min(best, cheapest_by_trying_all(p, parents, next + 1));
    }
    parents[next] = nothing;
    return best;
}

TEST(TreeWithFewHops, IsTheCheapestOnRandomSmallCasesAndTheBoundIsNoHigher) {
    Dice dice{53};
    for (int k = 0; k < random_cases;) {
        auto const p = random_tree(dice);
        Parents parents(p.graph.nodes(), nothing);
        auto const best = cheapest_by_trying_all(p, parents, 0);
        ASSERT_EQ(best == unreachable, out_of_reach(p).has_value()) << k;
        if (best == unreachable) continue;
        auto const found = solve_hop_tree(p, little_work(static_cast<std::uint64_t>(k)));
        ASSERT_EQ(found.cost, best) << k;
        ASSERT_LE(found.bound, best) << k;
        ASSERT_EQ(cost_of(p, found.parents), found.cost) << k;
        ++k;
    }
}

TEST(TreeWithFewHops, MoreHopsAreNeverDearer) {
    Dice dice{59};
    for (int k = 0; k < 100; ++k) {
        auto p = random_tree(dice);
        if (out_of_reach(p)) continue;
        auto const before = solve_hop_tree(p, little_work(5)).cost;
        ++p.hops;
        ASSERT_LE(solve_hop_tree(p, little_work(5)).cost, before) << k;
    }
}

TEST(TreeWithFewHops, CirclesDepthAndMissingTerminalsHaveNoCost) {
    HopTree const p{.graph = make_graph(4, {{0, 1, 5}, {1, 2, 6}, {2, 3, 7}, {1, 3, 9}}),
                    .node_costs = {2, 3, 4, 0},
                    .root = 0,
                    .terminals = {3},
                    .hops = 2};
    EXPECT_EQ(cost_of(p, {nothing, 0, nothing, 1}), 2 + 5 + 3 + 9);
    EXPECT_EQ(cost_of(p, {nothing, 0, 1, 2}), std::nullopt) << "three hops";
    EXPECT_EQ(cost_of(p, {nothing, 2, 1, 1}), std::nullopt) << "a circle";
    EXPECT_EQ(cost_of(p, {nothing, 0, nothing, nothing}), std::nullopt) << "terminal left out";
    EXPECT_EQ(cost_of(p, {nothing, nothing, nothing, 0}), std::nullopt) << "no such edge";
}

TEST(HopFile, ReadsNodesFromZeroAndDecimals) {
    auto const file = read_hop_file("3 2 0 2 1\n0 1.5 0\n2\n0 1 4\n1 2 3\n", "hop.txt");
    EXPECT_EQ(file.digits, 1);
    EXPECT_EQ(file.problem.hops, 2U);
    EXPECT_EQ(solve_hop_tree(file.problem, little_work(1)).cost, 85);
}

TEST(HopFile, SaysWhichTerminalIsOutOfReach) {
    try {
        (void)read_hop_file("3 2 0 1 1\n0 1 0\n2\n0 1 4\n1 2 3\n", "hop.txt");
        FAIL() << "was read";
    } catch (geo::InputError const& error) {
        EXPECT_THAT(error.what(), HasSubstr("node 2 is out of reach in 1 hops"));
    }
}

} // namespace
} // namespace phusong::solve

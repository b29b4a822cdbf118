#include "geo/problem.h"
#include "sim/solve/graph_file.h"
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/dual_ascent.h"
#include "sim/solve/steiner/few_terminals.h"
#include "sim/solve/steiner/local_search.h"
#include "sim/solve/steiner/reduce.h"
#include "sim/solve/steiner/steiner.h"
#include "sim/solve/steiner/union_find.h"
#include "sim/solve/steiner/window.h"
#include <algorithm>
#include <bit>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace phusong::solve {
namespace {

struct Case {
    Graph graph;
    std::vector<Node> terminals;
};

/// A connected graph with loops and parallel edges now and then, and some terminals.
Case random_case(Dice& dice, Node most_nodes, std::uint32_t most_cost) {
    Node const n = 2 + dice.below(most_nodes - 1);
    std::vector<EdgeEnds> edges;
    for (Node i = 1; i < n; ++i) edges.push_back({dice.below(i), i, Cost{dice.below(most_cost)}});
    for (std::uint32_t i = dice.below(2 * n); i > 0; --i)
        edges.push_back({dice.below(n), dice.below(n), Cost{dice.below(most_cost)}});
    Case c{make_graph(n, std::move(edges)), {}};
    for (Node i = 0; i < n; ++i)
        if (dice.below(2) == 0) c.terminals.push_back(i);
    return c;
}

/// The cheapest spanning tree of every set of nodes that holds the terminals.
Cost brute_force(Case const& c) {
    auto order = c.graph.edges;
    std::sort(order.begin(), order.end(), [](EdgeEnds const& x, EdgeEnds const& y) { return x.cost < y.cost; });
    std::uint32_t need = 0;
    for (Node const t : c.terminals) need |= 1U << t;
    Cost best = unreachable;
    for (std::uint32_t set = 1; set < 1U << c.graph.nodes(); ++set) {
        if ((set & need) != need) continue;
        UnionFind sets(c.graph.nodes());
        Cost cost = 0;
        int joined = 1;
        for (auto const& e : order)
            if ((set >> e.a & 1U) && (set >> e.b & 1U) && sets.join(e.a, e.b)) {
                cost += e.cost;
                ++joined;
            }
        if (joined == std::popcount(set)) best = std::min(best, cost);
    }
    return c.terminals.empty() ? 0 : best;
}

void expect_tree(Case const& c, SteinerTree const& tree) {
    UnionFind sets(c.graph.nodes());
    Cost cost = 0;
    for (Edge const e : tree.edges) {
        EXPECT_TRUE(sets.join(c.graph.edges[e].a, c.graph.edges[e].b)) << "a cycle";
        cost += c.graph.edges[e].cost;
    }
    EXPECT_EQ(cost, tree.cost);
    for (Node const t : c.terminals) EXPECT_EQ(sets.find(t), sets.find(c.terminals.front()));
    EXPECT_LE(tree.bound, tree.cost);
}

TEST(Steiner, EqualsBruteForceOnTwoThousandSmallGraphs) {
    Dice dice{41};
    for (int i = 0; i < 2000; ++i) {
        auto const c = random_case(dice, 10, i % 3 == 0 ? 4 : 37);
        auto const tree = solve_steiner(c.graph, c.terminals, {.seed = 7, .iterations = {}, .progress = {}});
        expect_tree(c, tree);
        ASSERT_EQ(tree.cost, brute_force(c)) << "case " << i;
        ASSERT_EQ(tree.bound, tree.cost) << "case " << i;
    }
}

TEST(Steiner, TheFirstTreeAndBoundEncloseTheOptimum) {
    Dice dice{43};
    for (int i = 0; i < 500; ++i) {
        auto const c = random_case(dice, 10, 23);
        auto const tree = solve_steiner(c.graph, c.terminals, {.iterations = 0, .progress = {}});
        expect_tree(c, tree);
        auto const best = brute_force(c);
        EXPECT_GE(tree.cost, best);
        EXPECT_LE(tree.bound, best);
        EXPECT_LE(tree.cost, tree.mehlhorn_cost);
        EXPECT_LE(tree.mehlhorn_cost, 2 * best);
    }
}

TEST(Steiner, TheBoundStaysBelowTheOptimumWhileItIsRaised) {
    Dice dice{47};
    Meter meter;
    for (int i = 0; i < 300; ++i) {
        auto const c = random_case(dice, 10, 31);
        if (c.terminals.size() < 3) continue;
        auto const best = brute_force(c);
        DualAscent ascent(c.graph, {}, c.terminals.back(), c.terminals);
        EXPECT_TRUE(ascent.ascend(meter));
        for (std::uint32_t k = 0; k < 30; ++k) {
            auto const before = ascent.bound();
            EXPECT_LE(before, best);
            std::vector<std::uint32_t> some{k % static_cast<std::uint32_t>(ascent.terminals())}, others;
            for (std::uint32_t j = 0; j < ascent.terminals(); ++j)
                if (j != some[0]) (j % 2 == k % 2 ? some : others).push_back(j);
            ascent.raise_again(some, others, dice.next() | 1, meter);
            EXPECT_GE(ascent.bound(), before);
            for (Cost const left : ascent.reduced()) EXPECT_GE(left, 0);
        }
    }
}

TEST(Steiner, TheBoundStaysBelowTheOptimumInTheOrderOfATree) {
    Dice dice{49};
    Meter meter;
    int tight = 0;
    for (int i = 0; i < 300; ++i) {
        auto const c = random_case(dice, 10, 31);
        if (c.terminals.size() < 3) continue;
        auto const best = solve_steiner(c.graph, c.terminals, {.effort = 1, .iterations = {}, .progress = {}});
        DualAscent ascent(c.graph, {}, c.terminals.back(), c.terminals);
        ascent.follow(best.edges);
        EXPECT_TRUE(ascent.ascend(meter));
        EXPECT_LE(ascent.bound(), best.cost);
        for (Cost const left : ascent.reduced()) EXPECT_GE(left, 0);
        tight += ascent.bound() == best.cost;
    }
    EXPECT_GT(tight, 150); // most small problems have no gap
}

TEST(Steiner, ReductionsKeepTheOptimum) {
    Dice dice{53};
    Meter meter;
    for (int i = 0; i < 500; ++i) {
        auto const c = random_case(dice, 10, 19);
        if (c.terminals.size() < 2) continue;
        auto const small = reduce(unreduced(c.graph, c.terminals), {}, 40, meter);
        std::vector<Edge> tree;
        if (small.terminals.list.size() > 1) tree = few_terminals(small.graph, small.terminals, meter);
        Cost cost = 0;
        for (Edge const e : expand(small, tree)) cost += c.graph.edges[e].cost;
        EXPECT_EQ(cost, brute_force(c)) << "case " << i;
    }
}

TEST(Steiner, LocalSearchOnlyImproves) {
    Dice dice{59};
    Meter meter;
    for (int i = 0; i < 200; ++i) {
        auto const c = random_case(dice, 400, 97);
        if (c.terminals.size() < 2) continue;
        Terminals const t(c.graph.nodes(), c.terminals);
        LocalSearch search(c.graph, t);
        auto tree = search.tidier().tidy(c.graph, t, mehlhorn(c.graph, t, meter), meter);
        auto const before = tree.cost;
        search.improve(tree, meter);
        EXPECT_LE(tree.cost, before);
        expect_tree(c, {.edges = tree.edges, .cost = tree.cost, .bound = 0});
    }
}

TEST(Steiner, BoundsMediumGraphsFromBelow) { // the dynamic program proves what the search only bounds
    Dice dice{61};
    Meter meter;
    for (int i = 0; i < 20; ++i) {
        auto c = random_case(dice, 300, 53);
        if (c.terminals.size() > 9) c.terminals.resize(9);
        if (c.terminals.size() < 2) continue;
        Terminals const t(c.graph.nodes(), c.terminals);
        Cost best = 0;
        for (Edge const e : few_terminals(c.graph, t, meter)) best += c.graph.edges[e].cost;
        auto const first = solve_steiner(c.graph, c.terminals, {.iterations = 0, .progress = {}});
        EXPECT_LE(first.bound, best);
        EXPECT_GE(first.cost, best);
        EXPECT_EQ(solve_steiner(c.graph, c.terminals, {.effort = 1, .iterations = {}, .progress = {}}).cost, best);
    }
}

TEST(Steiner, MoreTerminalsAreNeverCheaper) {
    Dice dice{67};
    for (int i = 0; i < 100; ++i) {
        auto c = random_case(dice, 10, 29);
        Cost last = 0;
        std::vector<Node> some;
        for (Node const t : c.terminals) {
            some.push_back(t);
            auto const cost = solve_steiner(c.graph, some, {.effort = 1, .iterations = {}, .progress = {}}).cost;
            EXPECT_GE(cost, last);
            last = cost;
        }
    }
}

TEST(Steiner, TheSameSeedGivesTheSameTree) {
    Dice dice{71};
    auto const c = random_case(dice, 2000, 1000);
    Work const work{.seed = 3, .iterations = 60, .progress = {}};
    auto const one = solve_steiner(c.graph, c.terminals, work), two = solve_steiner(c.graph, c.terminals, work);
    EXPECT_EQ(one.edges, two.edges);
    EXPECT_EQ(one.bound, two.bound);
}

TEST(Steiner, SaysIntoHowManyPartsTheTerminalsFall) {
    auto const g = make_graph(5, {{0, 1, 3}, {2, 3, 4}});
    try {
        (void)solve_steiner(g, std::vector<Node>{0, 1, 3, 4}, {});
        FAIL();
    } catch (geo::InputError const& e) {
        EXPECT_NE(std::string(e.what()).find("3 separate parts"), std::string::npos);
    }
}

Cost known(std::string const& name, int effort, SteinerTree& out) {
    auto const path = std::filesystem::path(PHUSONG_SOURCE_DIR) / "../shared/validation/graph" / name;
    std::ifstream in(path);
    if (!in) return -1;
    std::stringstream text;
    text << in.rdbuf();
    auto const bytes = text.str();
    auto const file = read_graph_file(bytes, name);
    out = solve_steiner(file.graph, file.terminals, {.effort = effort, .iterations = {}, .progress = {}});
    expect_tree({file.graph, file.terminals}, out);
    return out.cost;
}

/// J. E. Beasley's OR-Library and PACE 2018, track C.
struct Known {
    char const* name;
    Cost best;
};

TEST(Steiner, ReachesTheKnownValues) {
    for (auto const& k : {Known{"steinb10.txt", 86}, Known{"steind10.txt", 2110}, Known{"steind15.txt", 1116}}) {
        SteinerTree tree;
        auto const cost = known(k.name, 2, tree);
        if (cost < 0) GTEST_SKIP() << "the shared validation files are not beside the project";
        EXPECT_EQ(cost, k.best) << k.name;
        EXPECT_LE(tree.bound, k.best) << k.name;
    }
}

/// Made to be hard: nobody's local search reaches their best at once. docs/performance.md says how near ours comes.
TEST(Steiner, ComesWithinHalfAPercentOfTheBestOfHardProblemsAndProvesNinetyEight) {
    for (auto const& k : {Known{"instance039.gr", 21517}, Known{"instance071.gr", 42548}}) {
        SteinerTree tree;
        auto const cost = known(k.name, 2, tree);
        if (cost < 0) GTEST_SKIP() << "the shared validation files are not beside the project";
        EXPECT_GE(cost, k.best) << k.name;
        EXPECT_LE(static_cast<double>(cost), 1.005 * static_cast<double>(k.best)) << k.name;
        EXPECT_LE(tree.bound, k.best) << k.name;
        EXPECT_GE(static_cast<double>(tree.bound), 0.98 * static_cast<double>(k.best)) << k.name;
    }
}

Cost cost_of(Graph const& g, std::vector<Edge> const& edges) {
    Cost sum = 0;
    for (Edge const e : edges) sum += g.edges[e].cost;
    return sum;
}

//  0*──1──2──3──4*   *: terminals, all edges cost 10; window: nodes 1, 2, 3 and 5
//      └──5──┘       but 4 and 5 by way of 5
TEST(Steiner, PiecesOfTheTreeOutsideAWindowAreItsTerminals) {
    auto const g = make_graph(6, {{0, 1, 10}, {1, 2, 10}, {2, 3, 10}, {3, 4, 10}, {1, 5, 4}, {5, 3, 5}});
    Terminals const t(6, std::vector<Node>{0, 4});
    Meter meter;
    auto const window = WindowCutter(g, t).around({.edges = {0, 1, 2, 3}, .cost = 40}, 2, 5, meter);
    EXPECT_EQ(window.outside, (std::vector<Edge>{0, 3}));
    EXPECT_EQ(window.terminals.size(), 2U);
    EXPECT_EQ(cost_of(window.graph, window.tree), 20);
    auto const inner = solve_steiner(window.graph, window.terminals, {.iterations = {}, .progress = {}});
    EXPECT_EQ(inner.cost, 9);
}

TEST(Steiner, TreesOfAWindowWithThePiecesOutsideAreTreesOfTheWhole) {
    Dice dice{77};
    for (int i = 0; i < 500; ++i) {
        auto const c = random_case(dice, 60, 9);
        if (c.terminals.size() < 2) continue;
        Meter meter;
        Terminals const t(c.graph.nodes(), c.terminals);
        Tidier tidier(c.graph.nodes());
        auto const tree = tidier.tidy(c.graph, t, mehlhorn(c.graph, t, meter), meter);
        auto const centre = c.graph.edges[tree.edges[dice.below(static_cast<std::uint32_t>(tree.edges.size()))]].a;
        auto const window = WindowCutter(c.graph, t).around(tree, centre, 5 + dice.below(30), meter);
        ASSERT_EQ(cost_of(c.graph, window.outside) + cost_of(window.graph, window.tree), tree.cost);
        auto const inner =
            solve_steiner(window.graph, window.terminals, {.effort = 1, .iterations = {}, .progress = {}});
        auto edges = window.outside;
        for (Edge const e : inner.edges) edges.push_back(window.given[e]);
        std::sort(edges.begin(), edges.end());
        auto const cost = cost_of(c.graph, edges);
        expect_tree(c, {.edges = edges, .cost = cost, .bound = 0});
        ASSERT_LE(cost, tree.cost);
    }
}

} // namespace
} // namespace phusong::solve

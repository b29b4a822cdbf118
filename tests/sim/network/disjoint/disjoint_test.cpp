#include "geo/random.h"
#include "sim/network/disjoint/bridges.h"
#include "sim/network/disjoint/two_connected.h"
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <set>

namespace phusong {
namespace {

constexpr auto never = std::numeric_limits<std::int64_t>::max();

/// A random graph of 4 to 10 nodes; costs of 0 to 12, so that ties are frequent.
solve::Graph random_graph(std::uint64_t seed, std::uint32_t most_nodes = 10, double density = 0.45) {
    auto const draw = [&](std::uint32_t what, std::uint32_t i) { return geo::uniform({seed, 43, what, i}); };
    auto const n = 4 + static_cast<std::uint32_t>(draw(0, 0) * (most_nodes - 3));
    std::vector<solve::EdgeEnds> edges;
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a + 1; b < n; ++b)
            if (draw(1, a * 16 + b) < density)
                edges.push_back({a, b, static_cast<std::int64_t>(draw(2, a * 16 + b) * 13)});
    return solve::make_graph(n, edges);
}

/// Every simple way as (set of edges, set of nodes between, cost).
struct Way {
    std::set<std::uint32_t> edges, nodes;
    std::int64_t cost = 0;
};
std::vector<Way> all_ways(solve::Graph const& g, std::uint32_t from, std::uint32_t to) {
    std::vector<Way> out;
    std::set<std::uint32_t> seen{from};
    Way now;
    std::function<void(std::uint32_t)> const walk = [&](std::uint32_t node) {
        if (node == to) return out.push_back(now);
        for (auto const& arc : g.of(node)) {
            if (seen.contains(arc.head)) continue;
            seen.insert(arc.head);
            now.edges.insert(arc.edge);
            now.cost += g.edges[arc.edge].cost;
            if (arc.head != to) now.nodes.insert(arc.head);
            walk(arc.head);
            seen.erase(arc.head);
            now.edges.erase(arc.edge);
            now.nodes.erase(arc.head);
            now.cost -= g.edges[arc.edge].cost;
        }
    };
    walk(from);
    return out;
}

std::int64_t cheapest_pair(solve::Graph const& g, std::uint32_t from, std::uint32_t to, Apart apart) {
    auto const ways = all_ways(g, from, to);
    std::int64_t best = never;
    for (std::size_t i = 0; i < ways.size(); ++i)
        for (std::size_t j = i + 1; j < ways.size(); ++j) {
            if (ways[i].cost + ways[j].cost >= best) continue;
            auto const& a = apart == Apart::edges ? ways[i].edges : ways[i].nodes;
            auto const& b = apart == Apart::edges ? ways[j].edges : ways[j].nodes;
            if (std::ranges::none_of(a, [&](auto x) { return b.contains(x); })) best = ways[i].cost + ways[j].cost;
        }
    return best;
}

/// Nodes of a way, in order; fails when its edges do not follow each other to `to`.
std::vector<std::uint32_t> nodes_of(solve::Graph const& g, std::vector<std::uint32_t> const& way, std::uint32_t from,
                                    std::uint32_t to) {
    std::vector<std::uint32_t> out{from};
    for (auto const e : way) {
        auto const& edge = g.edges[e];
        EXPECT_TRUE(edge.a == out.back() || edge.b == out.back());
        out.push_back(edge.a == out.back() ? edge.b : edge.a);
    }
    EXPECT_EQ(out.back(), to);
    return out;
}

class DisjointPair : public ::testing::TestWithParam<Apart> {};
INSTANTIATE_TEST_SUITE_P(Of, DisjointPair, ::testing::Values(Apart::edges, Apart::nodes),
                         [](auto const& of) { return of.param == Apart::edges ? "edges" : "nodes"; });

TEST_P(DisjointPair, IsTheCheapestThatBruteForceFinds) {
    int found = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        auto const g = random_graph(seed, seed < 1900 ? 7 : 9, seed % 3 == 0 ? 0.3 : 0.5);
        auto const best = cheapest_pair(g, 0, 1, GetParam());
        auto const pair = disjoint_pair(g, 0, 1, GetParam());
        ASSERT_EQ(pair.has_value(), best != never) << seed;
        if (!pair) continue;
        ++found;
        EXPECT_EQ(pair->cost, best) << seed;
    }
    EXPECT_GT(found, 200);
}

TEST_P(DisjointPair, SharesNothing) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        auto const g = random_graph(seed, 10);
        auto const pair = disjoint_pair(g, 2, 3, GetParam());
        if (!pair) continue;
        auto const one = nodes_of(g, pair->one, 2, 3), two = nodes_of(g, pair->two, 2, 3);
        std::set<std::uint32_t> edges(pair->one.begin(), pair->one.end());
        for (auto const e : pair->two) EXPECT_TRUE(edges.insert(e).second) << seed;
        EXPECT_EQ(edges.size(), pair->one.size() + pair->two.size()) << seed;
        if (GetParam() == Apart::edges) continue;
        std::set<std::uint32_t> between(one.begin() + 1, one.end() - 1);
        for (std::size_t i = 1; i + 1 < two.size(); ++i) EXPECT_TRUE(between.insert(two[i]).second) << seed;
    }
}

TEST(DisjointPair, UndoesTheShortestWayWhereItStandsInTheWay) {
    // The cheapest way 0-1-2-3 uses the one edge that both other ways would need.
    auto const g = solve::make_graph(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 2, 5}, {1, 3, 7}});
    auto const pair = disjoint_pair(g, 0, 3, Apart::nodes);
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->cost, 14);
}

TEST(Bridges, AreTheEdgesWithoutWhichANodeIsCutOff) {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        auto const g = random_graph(seed, 9, 0.3);
        std::vector<std::uint8_t> kept(g.edges.size(), 1);
        auto const all = find_bridges(g, kept, 0);
        for (std::uint32_t n = 1; n < g.nodes(); ++n) {
            bool safe = all.reached[n] != 0;
            for (std::size_t e = 0; e < kept.size(); ++e) {
                kept[e] = 0;
                safe = safe && find_bridges(g, kept, 0).reached[n] != 0;
                kept[e] = 1;
            }
            EXPECT_EQ(all.safe[n] != 0, safe) << seed << " node " << n;
        }
    }
}

/// The cheapest set of edges by trying all.
std::int64_t cheapest_second_ways(solve::Graph const& g, std::vector<std::uint8_t> const& stands,
                                  std::vector<std::uint32_t> const& asked) {
    std::vector<std::uint32_t> may;
    for (std::uint32_t e = 0; e < stands.size(); ++e)
        if (stands[e] == 0) may.push_back(e);
    std::int64_t best = never;
    for (std::uint32_t set = 0; set < (1U << may.size()); ++set) {
        auto built = stands;
        std::int64_t cost = 0;
        for (std::size_t i = 0; i < may.size(); ++i)
            if ((set >> i & 1U) != 0) built[may[i]] = 1, cost += g.edges[may[i]].cost;
        if (cost >= best) continue;
        auto const bridges = find_bridges(g, built, 0);
        if (std::ranges::all_of(asked, [&](auto n) { return bridges.safe[n] != 0; })) best = cost;
    }
    return best;
}

TEST(SecondWays, LieBetweenTheirBoundAndABitOverTheBest) {
    std::int64_t sum = 0, best_sum = 0, bound_sum = 0;
    int cases = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        auto const g = random_graph(seed, 7, 0.55);
        if (g.edges.size() > 15) continue;
        std::vector<std::uint8_t> stands(g.edges.size(), 1); // a tree from node 0; sometimes a node is left out
        auto const tree = find_bridges(g, stands, 0);
        std::ranges::fill(stands, 0);
        for (auto const n : tree.order)
            if (tree.edge[n] != Bridges::none && !(seed % 4 == 0 && n + 1 == g.nodes())) stands[tree.edge[n]] = 1;
        std::vector<std::uint32_t> const asked{1, 2, g.nodes() - 1};
        auto const found = second_ways(g, stands, 0, asked);
        std::vector<std::uint32_t> possible;
        for (auto const n : asked)
            if (std::ranges::find(found.impossible, n) == found.impossible.end()) possible.push_back(n);
        auto const best = cheapest_second_ways(g, stands, possible);
        ASSERT_NE(best, never);
        EXPECT_LE(found.lower_bound, best) << seed;
        EXPECT_GE(found.cost, best) << seed;
        EXPECT_LE(found.cost, 2 * best) << seed;
        for (auto const n : found.impossible) EXPECT_EQ(cheapest_second_ways(g, stands, {n}), never) << seed;
        sum += found.cost, best_sum += best, bound_sum += found.lower_bound;
        ++cases;
    }
    EXPECT_GT(cases, 100);
    EXPECT_LE(static_cast<double>(sum), 1.03 * static_cast<double>(best_sum));
    EXPECT_GE(static_cast<double>(bound_sum), 0.9 * static_cast<double>(best_sum));
}

TEST(SecondWays, MorePlacesNeverLowerTheBound) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        auto const g = random_graph(seed, 9, 0.6);
        std::vector<std::uint8_t> const nothing(g.edges.size(), 0);
        std::vector<std::uint32_t> asked;
        std::int64_t before = 0;
        for (std::uint32_t n = 1; n < 3; ++n) {
            asked.push_back(n);
            auto const found = second_ways(g, nothing, 0, asked);
            EXPECT_LE(found.lower_bound, found.cost) << seed;
            if (n == 1) before = found.lower_bound;
            EXPECT_TRUE(!found.impossible.empty() || found.lower_bound >= before) << seed;
        }
    }
}

} // namespace
} // namespace phusong

#include "sim/network/fibre/fibre_plan.h"
#include "sim/network/graph/build_graph.h"
#include "tests/sim/network/graph/random_province.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <set>

namespace phusong {
namespace {

/// A random graph of 5 to 10 nodes that hangs together; node 0 is lit.
RolloutGraph random_graph(std::uint64_t seed) {
    auto const draw = [&](std::uint32_t what, std::uint32_t i) { return geo::uniform({seed, 44, what, i}); };
    RolloutGraph g;
    auto const n = 5 + static_cast<std::uint32_t>(draw(0, 0) * 6);
    for (std::uint32_t i = 0; i < n; ++i) g.nodes.push_back({{1000.0 * i, 0}, NodeKind::junction});
    auto const add = [&](std::uint32_t a, std::uint32_t b) {
        RolloutGraph::Edge e;
        e.a = a;
        e.b = b;
        e.price_vnd = 3 + static_cast<std::int64_t>(draw(1, a * 16 + b) * 40);
        g.edges.push_back(e);
    };
    for (std::uint32_t b = 1; b < n; ++b) add(static_cast<std::uint32_t>(draw(2, b) * b), b);
    for (std::uint32_t i = 0; i < n / 2; ++i) {
        auto const a = static_cast<std::uint32_t>(draw(3, i) * n), b = static_cast<std::uint32_t>(draw(4, i) * n);
        if (a != b) add(a, b);
    }
    index_arcs(g);
    return g;
}

/// Least price of edges that join all of `nodes` to node 0, by trying all sets.
std::int64_t cheapest(RolloutGraph const& g, std::set<std::uint32_t> const& nodes) {
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t set = 0; set < (1U << g.edges.size()); ++set) {
        std::int64_t price = 0;
        for (std::size_t e = 0; e < g.edges.size(); ++e) price += (set >> e & 1U) != 0 ? g.edges[e].price_vnd : 0;
        if (price >= best) continue;
        std::vector<std::uint8_t> seen(g.nodes.size(), 0);
        std::vector<std::uint32_t> open{0};
        seen[0] = 1;
        for (std::size_t i = 0; i < open.size(); ++i)
            for (auto const& arc : g.at(open[i]))
                if ((set >> arc.edge & 1U) != 0 && seen[arc.to] == 0) seen[arc.to] = 1, open.push_back(arc.to);
        if (std::ranges::all_of(nodes, [&](auto n) { return seen[n] != 0; })) best = price;
    }
    return best;
}

std::vector<std::uint32_t> const lit{0};

/// Every node asked for leads up to what is lit over edges built by its year, and no edge is built twice.
void expect_grown(RolloutGraph const& g, FibrePlan const& plan, std::vector<FibreDemand> const& demands,
                  std::set<std::uint32_t> const& roots) {
    ASSERT_EQ(plan.edges.size(), plan.built.size());
    std::set<std::uint32_t> const edges(plan.edges.begin(), plan.edges.end());
    EXPECT_EQ(edges.size(), plan.edges.size());
    std::int64_t sum = 0;
    std::set<std::uint32_t> touched;
    for (auto const e : plan.edges) {
        sum += g.edges[e].price_vnd;
        touched.insert(g.edges[e].a);
        touched.insert(g.edges[e].b);
    }
    EXPECT_EQ(sum, plan.cost_vnd);
    EXPECT_LE(plan.lower_bound_vnd, plan.cost_vnd);
    // Acyclic: as many edges as nodes beyond what is lit.
    std::size_t lit_touched = 0;
    for (auto const n : touched) lit_touched += roots.contains(n) ? 1 : 0;
    EXPECT_EQ(plan.edges.size(), touched.size() - lit_touched);
    for (auto const& d : demands) {
        auto node = d.node;
        for (auto const e : way_up(g, plan, d.node)) {
            auto const at = std::ranges::find(plan.edges, e) - plan.edges.begin();
            ASSERT_LT(static_cast<std::size_t>(at), plan.edges.size());
            EXPECT_LE(plan.built[static_cast<std::size_t>(at)], d.year);
            node = g.edges[e].a == node ? g.edges[e].b : g.edges[e].a;
        }
        EXPECT_TRUE(roots.contains(node));
    }
}

TEST(FibrePlan, WithForesightIsAlmostAlwaysTheCheapestTreeThatBruteForceFinds) {
    int best_found = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        auto const g = random_graph(seed);
        std::vector<FibreDemand> const demands{{1, 2023}, {3, 2022}, {4, 2023}};
        auto const plan = plan_fibre(g, lit, demands, true, {});
        auto const best = cheapest(g, {1, 3, 4});
        best_found += plan.cost_vnd == best ? 1 : 0;
        EXPECT_GE(plan.cost_vnd, best) << seed;
        EXPECT_EQ(plan.apart_vnd, cheapest(g, {1}) + cheapest(g, {3}) + cheapest(g, {4})) << seed;
        EXPECT_LE(plan.lower_bound_vnd, best) << seed;
        expect_grown(g, plan, demands, {0});
        ASSERT_EQ(plan.years.size(), 2U);
        EXPECT_EQ(plan.years[0].connected, 1U);
        EXPECT_EQ(plan.years[1].connected, 3U);
    }
    EXPECT_GE(best_found, 297);
}

TEST(FibrePlan, WithoutForesightEachYearIsCheapestAndTheWholeIsNeverCheaperThanTheBound) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        auto const g = random_graph(seed);
        std::vector<FibreDemand> const demands{{1, 2023}, {3, 2022}, {4, 2023}};
        auto const plan = plan_fibre(g, lit, demands, false, {});
        EXPECT_EQ(plan.years[0].cost_vnd, cheapest(g, {3})) << seed;
        EXPECT_GE(plan.cost_vnd, cheapest(g, {1, 3, 4})) << seed;
        expect_grown(g, plan, demands, {0});
    }
}

TEST(FibrePlan, MorePlacesAreNeverCheaper) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        auto const g = random_graph(seed);
        std::vector<FibreDemand> demands;
        std::int64_t before = 0;
        for (std::uint32_t n = 1; n < 5; ++n) {
            demands.push_back({n, 2021});
            auto const plan = plan_fibre(g, lit, demands, true, {});
            EXPECT_GE(plan.cost_vnd, before) << seed;
            before = plan.cost_vnd;
        }
    }
}

TEST(FibrePlan, WhatIsLitCostsNothingAndPlacesAskedForTwiceCountOnce) {
    auto const g = random_graph(5);
    EXPECT_EQ(plan_fibre(g, lit, std::vector<FibreDemand>{{0, 2021}}, true, {}).cost_vnd, 0);
    std::vector<std::uint32_t> const both{0, 2};
    std::vector<FibreDemand> const twice{{2, 2021}, {3, 2024}, {3, 2022}};
    auto const plan = plan_fibre(g, both, twice, true, {});
    ASSERT_EQ(plan.years.size(), 1U);
    EXPECT_EQ(plan.years[0].year, 2022);
    EXPECT_EQ(plan.years[0].connected, 1U);
}

TEST(FibrePlan, WhereNothingIsLitTheFirstPlaceGivesLight) {
    auto const g = random_graph(6);
    std::vector<FibreDemand> const demands{{3, 2022}, {1, 2021}, {4, 2023}};
    auto const plan = plan_fibre(g, {}, demands, true, {});
    EXPECT_TRUE(way_up(g, plan, 1).empty());
    EXPECT_GT(plan.cost_vnd, 0);
}

TEST(FibrePlan, AMirroredProvinceGetsTheMirroredTree) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        test::RandomProvince const p(seed), m(seed, true);
        auto const cost = [](test::RandomProvince const& province) {
            auto const g = build_rollout_graph(province.world, province.scenario);
            std::vector<FibreDemand> demands;
            for (std::size_t v = 0; v < g.village.size(); ++v)
                demands.push_back({g.village[v], 2021 + static_cast<int>(v % 3)});
            auto const plan = plan_fibre(g, g.exchange, demands, true, {});
            expect_grown(g, plan, demands, {g.exchange.begin(), g.exchange.end()});
            EXPECT_LT(plan.gap_share(), 0.03);
            return static_cast<double>(plan.cost_vnd);
        };
        double const one = cost(p), two = cost(m);
        EXPECT_NEAR(one, two, 1e-5 * one) << seed;
    }
}

} // namespace
} // namespace phusong

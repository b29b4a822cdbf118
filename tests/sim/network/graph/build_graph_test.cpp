#include "sim/network/graph/build_graph.h"
#include "sim/network/graph/components.h"
#include "sim/network/graph/land.h"
#include "tests/sim/network/graph/random_province.h"
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <omp.h>

namespace phusong {
namespace {

Scenario priced() {
    Scenario s;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.fibre_poles_vnd_per_km = 120e6;
    s.prices.fibre_buried_vnd_per_km = 500e6;
    return s;
}

double length_m(std::span<geo::XY const> line) { return geo::length_m({line.begin(), line.end()}); }

std::int64_t sum_vnd(RolloutGraph const& g) {
    return std::accumulate(g.edges.begin(), g.edges.end(), std::int64_t{0},
                           [](std::int64_t sum, auto const& e) { return sum + e.price_vnd; });
}

TEST(RolloutGraph, EveryPlaceHasItsNodeAndAllHangsTogether) {
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        test::RandomProvince const p(seed);
        auto const g = build_rollout_graph(p.world, p.scenario);
        EXPECT_EQ(components(g).count, 1U) << seed;
        ASSERT_EQ(g.village.size(), p.world.villages.size());
        for (std::size_t v = 0; v < g.village.size(); ++v)
            EXPECT_LT(geo::distance_m(g.nodes[g.village[v]].xy, p.world.villages[v].xy), 0.02) << seed;
        ASSERT_EQ(g.exchange.size(), p.world.fibre_nodes.size());
        for (auto const n : g.exchange) EXPECT_EQ(g.nodes[n].kind, NodeKind::exchange);
    }
}

TEST(RolloutGraph, LinesRunFromNodeToNodeAndTheirLengthsAddUp) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        test::RandomProvince const p(seed);
        auto const g = build_rollout_graph(p.world, p.scenario);
        double on_roads_m = 0, roads_m = 0;
        for (std::uint32_t e = 0; e < g.edges.size(); ++e) {
            auto const line = g.line(e);
            ASSERT_GE(line.size(), 2U);
            EXPECT_EQ(line.front(), g.nodes[g.edges[e].a].xy);
            EXPECT_EQ(line.back(), g.nodes[g.edges[e].b].xy);
            EXPECT_DOUBLE_EQ(length_m(line), g.edges[e].length_m);
            EXPECT_GE(g.edges[e].price_vnd, 0);
            if (g.edges[e].way != Way::off_road) on_roads_m += g.edges[e].length_m;
        }
        for (auto const& road : p.world.roads.edges) roads_m += geo::length_m(road.line);
        // Gaps that were bridged come on top: at most the tolerance for each end of a road.
        EXPECT_GE(on_roads_m, roads_m - 1e-3) << seed;
        EXPECT_LE(on_roads_m, roads_m + 18 * p.scenario.fibre.road_gap_m) << seed;
    }
}

TEST(RolloutGraph, ArcsNameEveryEdgeAtBothEnds) {
    test::RandomProvince const p(7);
    auto const g = build_rollout_graph(p.world, p.scenario);
    std::map<std::uint32_t, int> seen;
    for (std::uint32_t n = 0; n < g.nodes.size(); ++n)
        for (auto const& arc : g.at(n)) {
            auto const& e = g.edges[arc.edge];
            EXPECT_TRUE((e.a == n && e.b == arc.to) || (e.b == n && e.a == arc.to));
            ++seen[arc.edge];
        }
    EXPECT_EQ(seen.size(), g.edges.size());
    for (auto const& [edge, times] : seen) EXPECT_EQ(times, 2);
}

TEST(RolloutGraph, AMirroredProvinceGivesTheMirroredGraph) {
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        test::RandomProvince const p(seed), m(seed, true);
        auto const g = build_rollout_graph(p.world, p.scenario), h = build_rollout_graph(m.world, m.scenario);
        EXPECT_EQ(g.nodes.size(), h.nodes.size()) << seed;
        ASSERT_EQ(g.edges.size(), h.edges.size()) << seed;
        // Heights between cells are interpolated in float, the other way round in the mirror.
        EXPECT_NEAR(static_cast<double>(sum_vnd(g)), static_cast<double>(sum_vnd(h)),
                    1e-5 * static_cast<double>(sum_vnd(g)))
            << seed;
    }
}

TEST(RolloutGraph, DoesNotDependOnTheNumberOfThreads) {
    test::RandomProvince const p(3);
    int const before = omp_get_max_threads();
    omp_set_num_threads(1);
    auto const one = build_rollout_graph(p.world, p.scenario);
    omp_set_num_threads(3);
    auto const three = build_rollout_graph(p.world, p.scenario);
    omp_set_num_threads(before);
    ASSERT_EQ(one.edges.size(), three.edges.size());
    for (std::size_t e = 0; e < one.edges.size(); ++e) {
        EXPECT_EQ(one.edges[e].price_vnd, three.edges[e].price_vnd);
        EXPECT_EQ(one.edges[e].a, three.edges[e].a);
    }
}

TEST(RolloutGraph, RoadsThatCrossAreJoinedUnlessForbidden) {
    World world;
    world.roads = build_roads({{{{0, 0}, {2000, 0}}, "national"}, {{{700, -900}, {700, 900}}, "commune"}});
    auto s = priced();
    auto const joined = build_rollout_graph(world, s);
    EXPECT_EQ(components(joined).count, 1U);
    auto const at_crossing = std::ranges::count_if(joined.nodes, [](auto const& n) {
        return geo::distance_m(n.xy, {700, 0}) < 0.01;
    });
    EXPECT_EQ(at_crossing, 2);
    auto const over_land = [](RolloutGraph const& g) {
        return std::ranges::count_if(g.edges, [](auto const& e) { return e.way == Way::off_road; });
    };
    EXPECT_EQ(over_land(joined), 0);
    s.fibre.join_crossings = false;
    EXPECT_EQ(over_land(build_rollout_graph(world, s)), 1) << "a bridge is no junction, so a step over land joins them";
}

TEST(RolloutGraph, ARoadThatEndsNearAnotherIsJoinedWithinTheTolerance) {
    World world;
    world.roads = build_roads({{{{0, 0}, {2000, 0}}, "national"}, {{{700, 41}, {700, 900}}, "commune"}});
    ASSERT_EQ(world.roads.components, 2);
    auto s = priced();
    auto const ways = [&] {
        auto const g = build_rollout_graph(world, s);
        return std::ranges::count_if(g.edges, [](auto const& e) { return e.way == Way::off_road; });
    };
    s.fibre.road_gap_m = 42;
    EXPECT_EQ(ways(), 0);
    s.fibre.road_gap_m = 40;
    EXPECT_EQ(ways(), 1);
}

TEST(RolloutGraph, ARoadIsATownsWhereItsMiddleLiesInATownship) {
    World world;
    world.grid = {.west_m = 0, .north_m = 9000, .cell_m = 1000, .rows = 9, .cols = 12};
    world.communes.resize(2);
    world.communes[0].kind = "commune";
    world.communes[1].kind = "township";
    world.commune_of_cell = geo::Array2D<std::int32_t>::Zero(9, 12);
    world.commune_of_cell.block(4, 2, 1, 1) = 1; // east 2 to 3 km, north 4 to 5 km
    world.roads = build_roads({{{{1200, 4300}, {3600, 4900}}, "commune"}, {{{7200, 4300}, {9600, 4900}}, "commune"}});
    auto const g = build_rollout_graph(world, priced());
    for (auto const& e : g.edges)
        if (e.way != Way::off_road) {
            bool const in_town = g.nodes[e.a].xy.x_m < 5000;
            EXPECT_EQ(e.geotype, in_town ? Geotype::town : Geotype::lowland);
        }
    EXPECT_EQ(std::ranges::count_if(g.edges, [](auto const& e) { return e.geotype == Geotype::town; }), 1);
}

TEST(RolloutGraph, PiecesApartAreJoinedByTheShortestSteps) {
    World world;
    world.roads = build_roads({{{{0, 0}, {900, 0}}, "commune"},
                               {{{0, 3100}, {900, 3100}}, "commune"},
                               {{{1600, 2000}, {2500, 2000}}, "commune"}});
    auto const g = build_rollout_graph(world, priced());
    double over_land_m = 0;
    for (auto const& e : g.edges) over_land_m += e.way == Way::off_road ? e.length_m : 0;
    EXPECT_NEAR(over_land_m, std::hypot(700, 1100) + std::hypot(700, 2000), 1e-9);
    EXPECT_EQ(components(g).count, 1U);
    EXPECT_EQ(g.notes.size(), 2U);
}

TEST(RolloutGraph, AVillageWithoutARoadIsReachedOverLand) {
    test::Drawing const d{.rows = {"F===..........", "..............", "..............", "............V."},
                          .cell_m = 300};
    auto const world = test::draw(d);
    auto s = priced();
    s.fibre.offroad_reach_km = 5;
    auto const g = build_rollout_graph(world, s);
    EXPECT_EQ(components(g).count, 1U);
    EXPECT_GT(std::ranges::count_if(g.nodes, [](auto const& n) { return n.kind == NodeKind::terrain; }), 10);
}

TEST(CablePrice, FollowsPlantGeotypeSlopeAndWhatIsCrossed) {
    auto s = priced();
    s.network.fibre_offroad_factor = 3;
    s.fibre.offroad_slope_factor = 2;
    RolloutGraph::Edge e;
    e.length_m = 700;
    e.way = Way::commune;
    EXPECT_EQ(cable_price_vnd(e, s), 140'000'000);
    e.plant = Plant::existing_poles;
    EXPECT_EQ(cable_price_vnd(e, s), 84'000'000);
    e.plant = Plant::buried;
    e.geotype = Geotype::mountain;
    EXPECT_EQ(cable_price_vnd(e, s), 490'000'000);
    e.slope = 0.75; // 3-4-5: 1.25 m of ground per metre
    EXPECT_EQ(cable_price_vnd(e, s), 612'500'000);
    e.way = Way::off_road;
    EXPECT_EQ(cable_price_vnd(e, s), 612'500'000LL * 3 * 5 / 2);
    e.half_rivers = 2;
    e.half_ridges = 1;
    EXPECT_EQ(cable_price_vnd(e, s), 612'500'000LL * 3 * 5 / 2 + 300 * 500'000 + 75 * 500'000);
}

} // namespace
} // namespace phusong

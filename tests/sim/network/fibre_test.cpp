#include "geo/random.h"
#include "sim/network/fibre.h"
#include "tests/support/draw.h"
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <limits>

namespace phusong {
namespace {

Scenario priced() {
    Scenario s;
    s.network.fibre_max_km = 15;
    s.network.fibre_offroad_factor = 3;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.fibre_opex_vnd_per_km_year = 3.2e6;
    return s;
}

Link link_to(World const& world, Scenario const& s, geo::XY place) {
    FibreRoutes const routes(world.roads, world.fibre_nodes, s.network.fibre_offroad_factor);
    return fibre_link(routes, world.fibre_nodes, s, place);
}

TEST(Fibre, FollowsTheRoadRoundItsCorner) {
    test::Drawing const d{.rows = {"F====.", "....=.", "....V."}, .cell_m = 700};
    auto s = priced();
    s.network.fibre_offroad_factor = 3;
    auto const link = link_to(test::draw(d), s, test::place(d, 'V'));
    ASSERT_EQ(link.kind, LinkKind::fibre);
    EXPECT_NEAR(link.length_km, 6 * 0.7, 1e-9);
    EXPECT_NEAR(link.capex_vnd, 4.2 * 200e6, 1);
    EXPECT_NEAR(link.opex_vnd_per_year, 4.2 * 3.2e6, 1);
    EXPECT_EQ(link.from, "F1");
    EXPECT_EQ(link.line.front(), test::place(d, 'F'));
    EXPECT_EQ(link.line.back(), test::place(d, 'V'));
    EXPECT_NE(std::find(link.line.begin(), link.line.end(), test::place(d, '=', 3)), link.line.end()); // the corner
}

TEST(Fibre, LeavesTheRoadWhereThePlaceIsNearest) {
    test::Drawing const d{.rows = {"F========", ".........", ".....V..."}, .cell_m = 700};
    auto const link = link_to(test::draw(d), priced(), test::place(d, 'V'));
    EXPECT_NEAR(link.length_km, 7 * 0.7, 1e-9); // five cells along, two off
    EXPECT_NEAR(link.capex_vnd, (5 + 2 * 3) * 0.7 * 200e6, 1);
}

TEST(Fibre, GoesStraightOverLandWhereTheRoadIsALongWayRound) {
    test::Drawing const d{.rows = {"F========", "........=", "........=", "V========"}, .cell_m = 700};
    auto const link = link_to(test::draw(d), priced(), test::place(d, 'V'));
    EXPECT_NEAR(link.length_km, 3 * 0.7, 1e-9); // nine road kilometres' worth of price against nineteen
    EXPECT_NEAR(link.capex_vnd, 3 * 0.7 * 3 * 200e6, 1);
}

TEST(Fibre, KeepsToTheRoadWhereGoingStraightCostsAsMuch) {
    test::Drawing const d{.rows = {"F===V"}, .cell_m = 700};
    auto s = priced();
    s.network.fibre_offroad_factor = 1;
    auto const link = link_to(test::draw(d), s, test::place(d, 'V'));
    EXPECT_EQ(link.length_km, 4 * 0.7);
    EXPECT_GT(link.line.size(), 2U); // by the cells of the road
}

TEST(Fibre, GoesStraightWhereThereAreNoRoads) {
    test::Drawing const d{.rows = {"F....", ".....", ".....", "....V"}, .cell_m = 700};
    auto const link = link_to(test::draw(d), priced(), test::place(d, 'V'));
    EXPECT_NEAR(link.length_km, 5 * 0.7, 1e-9); // 4 by 3 cells
    EXPECT_NEAR(link.capex_vnd, 5 * 0.7 * 3 * 200e6, 1);
    EXPECT_EQ(link.line.size(), 2U);
}

TEST(Fibre, CrossesTheGapToARoadThatIsJoinedToNothingLit) {
    test::Drawing const d{.rows = {"F==......", ".........", "......==V"}, .cell_m = 700};
    auto const world = test::draw(d);
    EXPECT_EQ(world.roads.components, 2);
    auto const link = link_to(world, priced(), test::place(d, 'V'));
    ASSERT_EQ(link.kind, LinkKind::fibre);
    // The fibre node's own road does not lead there: straight from the node, 8 by 2 cells.
    EXPECT_NEAR(link.length_km, std::hypot(8, 2) * 0.7, 1e-9);
}

TEST(Fibre, IsTooFarBeyondTheLongestAllowed) {
    test::Drawing const d{.rows = {"F=======V"}, .cell_m = 700};
    auto s = priced();
    s.network.fibre_max_km = 5.5; // the way is 5.6 km
    EXPECT_EQ(link_to(test::draw(d), s, test::place(d, 'V')).kind, LinkKind::none);
    s.network.fibre_max_km = 5.7;
    EXPECT_EQ(link_to(test::draw(d), s, test::place(d, 'V')).kind, LinkKind::fibre);
}

TEST(Fibre, IsImpossibleWhereNothingIsLit) {
    test::Drawing const d{.rows = {"====V"}, .cell_m = 700};
    EXPECT_EQ(link_to(test::draw(d), priced(), test::place(d, 'V')).kind, LinkKind::none);
}

TEST(Fibre, StartsFromTheNearerOfTwoNodesOnOneRoadEdge) {
    World world = test::draw({"....."}, 700);
    geo::XY const a = world.grid.centre(0, 0), b = world.grid.centre(0, 4);
    world.roads.nodes = {a, b};
    world.roads.edges = {{0, 1, 2800, {a, b}, "commune"}};
    auto const at = [&](double along_m) { return geo::XY{a.x_m + along_m, a.y_m}; };
    world.fibre_nodes = {{"west", {}, at(300)}, {"east", {}, at(2300)}};
    EXPECT_EQ(link_to(world, priced(), at(1100)).from, "west");
    auto const link = link_to(world, priced(), at(1500));
    EXPECT_EQ(link.from, "east");
    EXPECT_NEAR(link.length_km, 0.8, 1e-9);
    EXPECT_NEAR(link_to(world, priced(), at(0)).length_km, 0.3, 1e-9);
}

// ---- Laws on seeded random roads -----------------------------------------------------------------------------------

struct RandomRoads {
    RoadNetwork roads;
    std::vector<FibreNode> lit;
};

/// A dozen nodes in 20 km, some 18 bent roads, 3 lit nodes beside them.
RandomRoads random_roads(std::uint32_t seed) {
    std::uint32_t n = 0;
    auto const draw = [&] { return geo::uniform({seed, 41, n++, 0}); };
    auto const spot = [&] {
        double const x = 20000 * draw();
        return geo::XY{x, 20000 * draw()};
    };
    RandomRoads out;
    for (int i = 0; i < 12; ++i) out.roads.nodes.push_back(spot());
    for (int i = 0; i < 18; ++i) {
        auto const a = static_cast<std::uint32_t>(12 * draw());
        auto const b = (a + 1 + static_cast<std::uint32_t>(11 * draw())) % 12;
        geo::Polyline const line{out.roads.nodes[a], spot(), out.roads.nodes[b]};
        out.roads.edges.push_back({a, b, geo::length_m(line), line, "track"});
    }
    for (int i = 0; i < 3; ++i) out.lit.push_back({fmt::format("F{}", i), {}, spot()});
    return out;
}

/// Nearest road point by looking at every piece of every road.
OnRoad nearest_by_hand(RoadNetwork const& roads, geo::XY p) {
    OnRoad best{.edge = 0, .along_m = 0, .offroad_m = std::numeric_limits<double>::infinity(), .xy = {}};
    for (std::uint32_t e = 0; e < roads.edges.size(); ++e) {
        auto const& line = roads.edges[e].line;
        double start = 0;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            double const length = geo::distance_m(line[i], line[i + 1]);
            double const ux = (line[i + 1].x_m - line[i].x_m) / length, uy = (line[i + 1].y_m - line[i].y_m) / length;
            double const along = std::clamp((p.x_m - line[i].x_m) * ux + (p.y_m - line[i].y_m) * uy, 0.0, length);
            geo::XY const foot{line[i].x_m + along * ux, line[i].y_m + along * uy};
            if (geo::distance_m(p, foot) < best.offroad_m) best = {e, start + along, geo::distance_m(p, foot), foot};
            start += length;
        }
    }
    return best;
}

/// Cheapest priced way by the Bellman-Ford rule over road nodes, joints and the place, without cutting roads: two
/// points on one road are as far apart as they are along it.
double priced_by_hand(RandomRoads const& r, geo::XY place, double factor) {
    struct Stop {
        std::uint32_t edge;
        double along_m, priced_m;
    };
    auto const& roads = r.roads;
    std::vector<double> node(roads.nodes.size(), std::numeric_limits<double>::infinity());
    std::vector<Stop> lit;
    for (auto const& f : r.lit) {
        auto const j = nearest_by_hand(roads, f.xy);
        lit.push_back({j.edge, j.along_m, j.offroad_m * factor});
        auto const& e = roads.edges[j.edge];
        node[e.from] = std::min(node[e.from], lit.back().priced_m + j.along_m);
        node[e.to] = std::min(node[e.to], lit.back().priced_m + e.length_m - j.along_m);
    }
    for (std::size_t round = 0; round < roads.nodes.size(); ++round)
        for (auto const& e : roads.edges) {
            node[e.from] = std::min(node[e.from], node[e.to] + e.length_m);
            node[e.to] = std::min(node[e.to], node[e.from] + e.length_m);
        }
    auto const on = nearest_by_hand(roads, place);
    auto const& e = roads.edges[on.edge];
    double best = std::min(node[e.from] + on.along_m, node[e.to] + e.length_m - on.along_m);
    for (auto const& s : lit)
        if (s.edge == on.edge) best = std::min(best, s.priced_m + std::abs(s.along_m - on.along_m));
    return best + on.offroad_m * factor;
}

TEST(Fibre, AgreesWithTryingEveryWayOnRandomRoads) {
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        auto const r = random_roads(seed);
        FibreRoutes const routes(r.roads, r.lit, 2.7);
        for (std::uint32_t i = 0; i < 15; ++i) {
            geo::XY const place{20000 * geo::uniform({seed, 43, i, 0}), 20000 * geo::uniform({seed, 43, i, 1})};
            double const expected = priced_by_hand(r, place, 2.7);
            auto const route = routes.along_roads(place);
            ASSERT_EQ(route.has_value(), std::isfinite(expected));
            if (!route) continue;
            EXPECT_NEAR(route->priced_m, expected, 1e-6) << "seed " << seed;
            EXPECT_LE(route->length_m, route->priced_m + 1e-6);
            EXPECT_EQ(route->line.front(), r.lit[route->lit_node].xy);
            EXPECT_EQ(route->line.back(), place);
            ++compared;
        }
    }
    EXPECT_GT(compared, 500);
}

TEST(RoadIndex, FindsTheNearestPointOfAnyRoad) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        auto const r = random_roads(seed);
        RoadIndex const index(r.roads);
        for (std::uint32_t i = 0; i < 60; ++i) { // some outside the box around the roads
            geo::XY const p{30000 * geo::uniform({seed, 47, i, 0}) - 5000,
                            30000 * geo::uniform({seed, 47, i, 1}) - 5000};
            EXPECT_NEAR(index.nearest(p)->offroad_m, nearest_by_hand(r.roads, p).offroad_m, 1e-6);
        }
    }
    EXPECT_FALSE(RoadIndex(RoadNetwork{}).nearest({3, 4}));
}

TEST(Fibre, CostsTheSameInAMirroredProvince) {
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        auto const r = random_roads(seed);
        auto m = r;
        auto const mirror = [](geo::XY& p) { p.x_m = 20000 - p.x_m; };
        for (auto& p : m.roads.nodes) mirror(p);
        for (auto& e : m.roads.edges) std::for_each(e.line.begin(), e.line.end(), mirror);
        for (auto& f : m.lit) mirror(f.xy);
        FibreRoutes const there(r.roads, r.lit, 2.7), here(m.roads, m.lit, 2.7);
        for (std::uint32_t i = 0; i < 15; ++i) {
            geo::XY p{20000 * geo::uniform({seed, 43, i, 0}), 20000 * geo::uniform({seed, 43, i, 1})};
            auto const a = there.along_roads(p);
            mirror(p);
            auto const b = here.along_roads(p);
            ASSERT_EQ(a.has_value(), b.has_value());
            if (!a) continue;
            EXPECT_NEAR(a->priced_m, b->priced_m, 1e-6);
        }
    }
}

TEST(Part, CutsALineInEitherDirection) {
    geo::Polyline const line{{0, 0}, {30, 0}, {30, 40}};
    EXPECT_EQ(part(line, 20, 45), (geo::Polyline{{20, 0}, {30, 0}, {30, 15}}));
    EXPECT_EQ(part(line, 45, 20), (geo::Polyline{{30, 15}, {30, 0}, {20, 0}}));
    EXPECT_NEAR(geo::length_m(part(line, 0, 70)), 70, 1e-9);
}

} // namespace
} // namespace phusong

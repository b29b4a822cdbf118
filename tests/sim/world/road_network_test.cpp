#include "sim/world/road_network.h"
#include <gtest/gtest.h>
#include <set>

namespace phusong {
namespace {

double total_length_m(RoadNetwork const& roads) {
    double sum = 0;
    for (auto const& edge : roads.edges) sum += edge.length_m;
    return sum;
}

TEST(RoadNetwork, JoinsLinesAtSharedEndsAndKeepsTheirBends) {
    auto const roads = build_roads({{{{0, 0}, {700, 300}, {900, 0}}, "national"}, {{{900, 0}, {900, 800}}, "track"}});
    ASSERT_EQ(roads.nodes.size(), 3U);
    ASSERT_EQ(roads.edges.size(), 2U);
    EXPECT_EQ(roads.components, 1);
    EXPECT_EQ(roads.edges[0].line.size(), 3U);
    EXPECT_NEAR(roads.edges[0].length_m, std::hypot(700, 300) + std::hypot(200, 300), 1e-9);
    EXPECT_EQ(roads.edges[1].kind, "track");
    EXPECT_EQ(roads.edges[0].to, roads.edges[1].from);
}

TEST(RoadNetwork, PartsALineWhereASideRoadMeetsItWithinTheSnap) {
    auto const roads = build_roads({{{{0, 0}, {2'000, 0}}, "provincial"}, {{{1'150, 22}, {1'150, 640}}, "commune"}});
    EXPECT_EQ(roads.nodes.size(), 4U);
    EXPECT_EQ(roads.edges.size(), 3U);
    EXPECT_EQ(roads.components, 1);
}

TEST(RoadNetwork, LeavesApartWhatLiesFartherThanTheSnapOrMerelyCrosses) {
    auto const roads = build_roads({{{{0, 0}, {2'000, 0}}, "provincial"},
                                    {{{1'150, 37}, {1'150, 640}}, "commune"}, // ends 37 m short of it
                                    {{{400, -500}, {400, 700}}, "commune"}}); // a bridge over it
    EXPECT_EQ(roads.components, 3);
    EXPECT_EQ(roads.edges.size(), 3U);
}

TEST(RoadNetwork, JoinsLinesThatShareACornerInTheirMiddle) {
    auto const roads =
        build_roads({{{{0, 0}, {400, 90}, {900, 0}}, "commune"}, {{{400, -700}, {400, 90}, {400, 800}}, "commune"}});
    EXPECT_EQ(roads.nodes.size(), 5U);
    EXPECT_EQ(roads.edges.size(), 4U);
    EXPECT_EQ(roads.components, 1);
}

TEST(RoadNetwork, KeepsTheWholeLengthAndJoinsEveryEdgeToItsNodes) {
    std::vector<RoadLine>
        lines; // a lattice of streets 700 m apart, each drawn as one line with corners at the crossings
    for (int i = 0; i < 5; ++i) {
        RoadLine east{{}, "commune"}, north{{}, "commune"};
        for (int k = 0; k < 5; ++k) {
            east.line.push_back({700.0 * k, 700.0 * i});
            north.line.push_back({700.0 * i, 700.0 * k});
        }
        lines.push_back(east);
        lines.push_back(north);
    }
    auto const roads = build_roads(lines);
    EXPECT_EQ(roads.nodes.size(), 25U);
    EXPECT_EQ(roads.edges.size(), 40U);
    EXPECT_NEAR(total_length_m(roads), 40 * 700, 1e-6);
    for (auto const& edge : roads.edges) {
        EXPECT_EQ(edge.line.front(), roads.nodes[edge.from]);
        EXPECT_EQ(edge.line.back(), roads.nodes[edge.to]);
    }
}

TEST(RoadNetwork, OfNoLinesIsEmpty) {
    auto const roads = build_roads({});
    EXPECT_TRUE(roads.nodes.empty() && roads.edges.empty());
    EXPECT_EQ(roads.components, 0);
    EXPECT_TRUE(build_roads({{{}, "track"}, {{{5, 6}}, "track"}}).edges.empty());
}

} // namespace
} // namespace phusong

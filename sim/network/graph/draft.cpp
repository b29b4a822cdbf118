#include "sim/network/graph/draft.h"
#include <algorithm>

namespace phusong {

std::uint32_t Draft::add_node(geo::XY xy, NodeKind kind) {
    graph.nodes.push_back({xy, kind});
    return static_cast<std::uint32_t>(graph.nodes.size() - 1);
}

void Draft::add_edge(std::uint32_t a, std::uint32_t b, Way way, std::span<geo::XY const> line) {
    auto const first = graph.points.size();
    graph.points.push_back(graph.nodes[a].xy);
    for (std::size_t i = 1; i + 1 < line.size(); ++i) graph.points.push_back(line[i]);
    graph.points.push_back(graph.nodes[b].xy);
    RolloutGraph::Edge edge;
    edge.a = a;
    edge.b = b;
    edge.way = way;
    for (std::size_t i = first; i + 1 < graph.points.size(); ++i)
        edge.length_m += geo::distance_m(graph.points[i], graph.points[i + 1]);
    graph.edges.push_back(edge);
    graph.first_point.push_back(static_cast<std::uint32_t>(graph.points.size()));
}

void Draft::add_step(std::uint32_t a, std::uint32_t b) { add_edge(a, b, Way::off_road, {}); }

void Draft::mark(std::uint32_t node, NodeKind kind) { graph.nodes[node].kind = std::max(graph.nodes[node].kind, kind); }

} // namespace phusong

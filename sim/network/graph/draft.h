#pragma once
#include "sim/network/graph/rollout_graph.h"

namespace phusong {

/// A graph while it is being laid: nodes and edges are appended; prices and arcs come last.
struct Draft {
    RolloutGraph graph;
    Draft() { graph.first_point.push_back(0); }
    std::uint32_t add_node(geo::XY xy, NodeKind kind);
    /// The line's ends become the nodes' own points.
    void add_edge(std::uint32_t a, std::uint32_t b, Way way, std::span<geo::XY const> line);
    void add_step(std::uint32_t a, std::uint32_t b); ///< straight over land
    /// A node that is a place too keeps the kind that comes later in the list of kinds.
    void mark(std::uint32_t node, NodeKind kind);
};

} // namespace phusong

#pragma once
#include "sim/solve/steiner/tidy.h"

namespace phusong::solve {

/// The nearest base of every node, by cost.
struct Voronoi {
    std::vector<Cost> dist;
    std::vector<Node> base; ///< `nothing` where no base is reached
    std::vector<Edge> back; ///< towards the base; `nothing` at bases
};
[[nodiscard]] Voronoi voronoi(Graph const& g, std::span<Node const> bases, Meter& meter);

/// Takahashi and Matsuyama 1980: from `root`, always the terminal nearest to the tree so far, in one Dijkstra that
/// starts afresh from every path it keeps (de Aragão and Werneck 2002). Not tidied: give it to a Tidier.
[[nodiscard]] std::vector<Edge> nearest_first(Graph const& g, Terminals const& t, Node root, Meter& meter);

/// Mehlhorn 1988: the minimum spanning tree of the terminals over the borders of their Voronoi cells.
[[nodiscard]] std::vector<Edge> mehlhorn(Graph const& g, Terminals const& t, Meter& meter);

} // namespace phusong::solve

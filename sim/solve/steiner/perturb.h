#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/terminals.h"

namespace phusong::solve {

/// The same graph with costs drawn anew: each edge up to `share_percent` dearer, by itself or with all edges at a node.
/// Costs are scaled so that small whole numbers can be told apart.
[[nodiscard]] Graph perturbed(Graph const& g, std::uint32_t share_percent, bool by_node, Dice& dice);

/// A part of a problem, with its own names for nodes and edges.
struct Part {
    Graph graph;
    Terminals terminals;
    std::vector<Edge> given; ///< the whole problem's edges, ascending
};

/// The edges of the trees, each once.
[[nodiscard]] Part union_of(Graph const& g, Terminals const& t, std::span<Tree const* const> trees);

} // namespace phusong::solve

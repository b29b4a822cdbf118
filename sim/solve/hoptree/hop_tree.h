#pragma once
#include "sim/solve/graph.h"
#include "sim/solve/work.h"
#include <optional>

namespace phusong::solve {

/// A tree from the root to all terminals in which no node is more than `hops` edges from the root, at the least cost of
/// its edges and of all its nodes.
struct HopTree {
    Graph graph;
    std::vector<Cost> node_costs; ///< never negative
    Node root = 0;
    std::vector<Node> terminals; ///< ascending, each once
    std::uint32_t hops = 1;      ///< 1 or more
};

/// The tree by each node's parent: nothing for the root and for nodes outside.
using Parents = std::vector<Node>;

struct HopTreeAnswer {
    Parents parents;
    Cost cost = 0;
    Cost bound = 0; ///< no such tree is cheaper
    std::int64_t iterations = 0;
};

/// A terminal that no path of so few edges reaches, or nothing: then there is a tree.
[[nodiscard]] std::optional<Node> out_of_reach(HopTree const& problem);

/// Cost of a tree, or nothing when it is none: a circle, too deep, an edge that is not there, a terminal left out.
[[nodiscard]] std::optional<Cost> cost_of(HopTree const& problem, Parents const& parents);

/// Cuts parts of the tree loose and joins them anew, dual ascent on the graph of (node, depth) for the bound, and
/// branch and bound over regions, then over all that the bound leaves open. Every terminal must be in reach.
/// `work.iterations` are rounds of cutting and joining. Sources: docs/models.md, "Trees with few hops".
[[nodiscard]] HopTreeAnswer solve_hop_tree(HopTree const& problem, Work const& work);

} // namespace phusong::solve

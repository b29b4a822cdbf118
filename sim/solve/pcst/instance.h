#pragma once
#include "sim/solve/graph.h"
#include <span>
#include <vector>

namespace phusong::solve::pcst {

inline constexpr Cost closed = Cost{1} << 61; ///< cost of an arc that may not be used

/// What is left of a problem while it is being solved. A node that must be in the tree has a prize of at least `huge`,
/// more than all costs and prizes together, so that no step needs to treat it apart.
struct Instance {
    Graph graph;
    std::vector<Cost> prize;
    Node root = nothing; ///< `nothing`: the tree may lie anywhere
    Cost huge = 0;
    [[nodiscard]] bool must(Node n) const { return n == root || prize[n] >= huge; }
};

struct Tree {
    std::vector<Node> nodes; ///< in the order of a search from nodes[0]
    std::vector<Edge> edges; ///< edges[i] leads to nodes[i + 1]
    Cost value = closed;     ///< edges and prizes of nodes left out
};

/// The sum of all prizes.
[[nodiscard]] Cost all_prizes(Instance const& in);

} // namespace phusong::solve::pcst

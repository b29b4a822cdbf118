#pragma once
#include "sim/solve/graph.h"
#include <span>
#include <vector>

namespace phusong::solve {

/// The nodes that a tree must join, as a list and as a mark on each node.
struct Terminals {
    std::vector<Node> list;
    std::vector<char> is;
    Terminals() = default;
    Terminals(Node nodes, std::span<Node const> given) : list(given.begin(), given.end()), is(nodes) {
        for (Node const t : list) is[t] = 1;
    }
};

/// A tree in a graph.
struct Tree {
    std::vector<Edge> edges; ///< ascending
    Cost cost = 0;
};

} // namespace phusong::solve

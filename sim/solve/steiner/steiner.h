#pragma once
#include "sim/solve/graph.h"
#include "sim/solve/work.h"
#include <cstdint>
#include <span>
#include <vector>

namespace phusong::solve {

/// A tree that joins all terminals, and what is proven of it.
struct SteinerTree {
    std::vector<Edge> edges; ///< of the graph given, ascending
    Cost cost = 0;           ///< their sum
    Cost bound = 0;          ///< no tree is cheaper than this
    std::int64_t iterations = 0;
    Cost mehlhorn_cost = 0; ///< of Mehlhorn's construction (1988): at most 2(1 - 1/terminals) times the best
    Node nodes_reduced = 0; ///< left after the exact reductions, when the search ended
    Edge edges_reduced = 0;
};

/// The cheapest tree between `terminals` (each once) that the work allows, with a proven lower bound. `iterations`
/// counts the trees built by the search after the first tree and its bound: 0 gives only those two.
/// Sources are in docs/models.md. Errors: InputError when the terminals are not connected.
[[nodiscard]] SteinerTree solve_steiner(Graph const& graph, std::span<Node const> terminals, Work const& work);

} // namespace phusong::solve

#pragma once
#include "sim/solve/graph.h"
#include "sim/solve/work.h"
#include <optional>
#include <vector>

namespace phusong::solve {

/// The prize-collecting Steiner tree problem: choose a tree of `graph`, never empty, that minimises the cost of its
/// edges and the prizes of the nodes it leaves out.
struct PcstProblem {
    Graph graph;
    std::vector<Cost> prizes;    ///< of each node, never negative
    std::vector<Node> terminals; ///< nodes that must be in the tree, whatever they cost
    std::optional<Node> root;    ///< one more of them
};

struct PcstTree {
    std::vector<Node> nodes; ///< ascending, at least one
    std::vector<Edge> edges; ///< ascending
    Cost edge_cost = 0, prizes_lost = 0;
    Cost lower_bound = 0; ///< no tree has a smaller value
    std::int64_t iterations = 0;
    [[nodiscard]] Cost value() const { return edge_cost + prizes_lost; }
};

/// Work:   `effort` 5 takes some seconds on 10^4 … 10^5 edges, unless the tree is proven best before.
/// Errors: InputError when nodes that must be in the tree are not connected, or when sums do not fit into 62 bits.
/// Source: bound by dual ascent (Wong 1984; with prizes Leitner, Ljubić, Luipersbeck, Sinnl 2018); see docs/models.md.
[[nodiscard]] PcstTree solve_pcst(PcstProblem const& problem, Work const& work);

/// Cost, prizes lost and lower bound of `edges`, which must be a tree (or none: then `node` alone is it).
[[nodiscard]] PcstTree tree_of(PcstProblem const& problem, std::vector<Edge> edges, Node node);

} // namespace phusong::solve

#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/terminals.h"

namespace phusong::solve {

/// A Steiner problem made smaller, and how its trees become trees of the problem that was given.
struct Reduced {
    Graph graph;
    Terminals terminals;
    std::vector<std::uint32_t> first; ///< edge e stands for the given edges parts[first[e]] … parts[first[e + 1] − 1]
    std::vector<Edge> parts;
    std::vector<Edge> fixed; ///< given edges that some cheapest tree has in any case
    Cost fixed_cost = 0;
    [[nodiscard]] std::span<Edge const> of(Edge e) const {
        return {parts.data() + first[e], parts.data() + first[e + 1]};
    }
};

/// The problem as it is.
[[nodiscard]] Reduced unreduced(Graph const& g, std::span<Node const> terminals);

/// Exact reductions to a fixed point: nodes of degree one and two, parallel edges, terminals of degree one, a
/// terminal's cheapest edge when it leads to a terminal or is surely in a cheapest tree (nearest vertex), and edges
/// that no tree needs because a way through terminals is nowhere dearer (special distance, searched over at most
/// `reach` nodes each; 0: not at all). `drop` marks edges to leave out from the start (may be empty).
/// Sources: Duin and Volgenant 1989; Polzin and Vahdati Daneshmand 2001.
[[nodiscard]] Reduced reduce(Reduced from, std::vector<char> const& drop, std::size_t reach, Meter& meter);

/// A tree of `from`, in edges of the given graph, as edges of `to`: those all of whose parts it has.
[[nodiscard]] std::vector<Edge> restrict_tree(Reduced const& to, std::vector<char> const& has_given);

/// Edges of the given graph.
[[nodiscard]] std::vector<Edge> expand(Reduced const& from, std::span<Edge const> tree);

} // namespace phusong::solve

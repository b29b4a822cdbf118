#pragma once
#include "sim/solve/hoptree/hop_tree.h"

namespace phusong::solve {

/// The tree seen as a Steiner arborescence in the graph of (node, depth): arc a at depth h leads from its tail at depth
/// h − 1 to its head at depth h, and carries the cost of the edge and of its head.
struct Layers {
    struct Step {
        Node tail = 0, head = 0;
        Cost cost = 0;
    };
    std::vector<Step> steps;          ///< both ways of every edge, none into the root, the cheapest of parallel ones
    std::vector<std::uint32_t> first; ///< steps into node v: by_head[first[v]] … by_head[first[v + 1] − 1]
    std::vector<std::uint32_t> by_head;
    std::uint32_t hops = 0;
    Node nodes = 0;
    [[nodiscard]] std::size_t arc(std::uint32_t step, std::uint32_t depth) const {
        return (depth - 1) * steps.size() + step;
    }
    [[nodiscard]] std::size_t arcs() const { return hops * steps.size(); }
    [[nodiscard]] std::span<std::uint32_t const> into(Node v) const {
        return {by_head.data() + first[v], by_head.data() + first[v + 1]};
    }
};
[[nodiscard]] Layers layers_of(HopTree const& problem);

/// What dual ascent leaves: its bound (without the root's cost) and the reduced cost of each arc.
struct Ascent {
    Cost bound = 0;
    std::vector<Cost> reduced;
};

/// Source: Wong, "A dual ascent approach for Steiner tree problems on a directed graph", Mathematical Programming 28
/// (1984). `order` says in which order terminals are raised; the bound holds for any.
[[nodiscard]] Ascent dual_ascent(HopTree const& problem, Layers const& layers, std::vector<Node> const& order);

/// Marks (1) the arcs that a tree cheaper than `cost` may use: bound + the least reduced costs of a path through the
/// arc to some terminal stay below it.
void keep_useful(HopTree const& problem, Layers const& layers, Ascent const& ascent, Cost cost,
                 std::vector<char>& useful);

} // namespace phusong::solve

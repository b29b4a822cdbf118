#pragma once
#include "sim/solve/graph.h"

namespace phusong {

/// What of a graph hangs on one edge, seen from a root over the edges `kept` (by number; others are not there).
struct Bridges {
    static constexpr auto none = ~std::uint32_t{0};
    std::vector<std::uint32_t> order;        ///< nodes reached, the root first, each after the node it was found from
    std::vector<std::uint32_t> before;       ///< node that it was found from; none for the root and nodes not reached
    std::vector<std::uint32_t> edge;         ///< by which; none likewise
    std::vector<std::uint8_t> bridge;        ///< of a node: its `edge` is a bridge, without which it is cut off
    std::vector<std::uint8_t> reached, safe; ///< safe: no one edge cuts the node off from the root
};
/// Source: Tarjan 1974 (Inf. Proc. Letters 2), lowest numbers over a depth-first search.
[[nodiscard]] Bridges find_bridges(solve::Graph const& graph, std::vector<std::uint8_t> const& kept,
                                   std::uint32_t root);

} // namespace phusong

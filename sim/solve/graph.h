#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace phusong::solve {

using Cost = std::int64_t; ///< whole numbers: sums have no order and comparisons no ties by rounding
using Node = std::uint32_t;
using Edge = std::uint32_t;
inline constexpr Cost unreachable = std::numeric_limits<Cost>::max();
inline constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max(); ///< no node, no edge

struct EdgeEnds {
    Node a = 0, b = 0;
    Cost cost = 0; ///< never negative
    [[nodiscard]] Node other(Node n) const { return n == a ? b : a; }
    friend bool operator==(EdgeEnds const&, EdgeEnds const&) = default;
};

/// One direction of an edge, kept beside the other arcs that leave the same node.
struct Arc {
    Node head = 0;
    Edge edge = 0;
    Cost cost = 0;
};

/// An undirected graph in compressed rows. Parallel edges and loops are allowed.
struct Graph {
    std::vector<EdgeEnds> edges;
    std::vector<std::uint32_t> first; ///< node n has arcs[first[n]] … arcs[first[n + 1] − 1], by ascending edge
    std::vector<Arc> arcs;
    [[nodiscard]] Node nodes() const { return static_cast<Node>(first.size() - 1); }
    [[nodiscard]] std::span<Arc const> of(Node n) const { return {arcs.data() + first[n], arcs.data() + first[n + 1]}; }
};

/// Errors: ends must be below `nodes`, costs not negative (asserted; readers check).
[[nodiscard]] Graph make_graph(Node nodes, std::vector<EdgeEnds> edges);

} // namespace phusong::solve

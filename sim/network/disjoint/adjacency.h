#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// An undirected edge with a whole, non-negative cost.
struct WeightedEdge {
    std::uint32_t a = 0, b = 0;
    std::int64_t cost = 0;
};

/// Edges by the nodes that they touch, in ascending order at each; edges from a node to itself are left out.
struct Adjacency {
    Adjacency(std::uint32_t node_count, std::span<WeightedEdge const> edges);
    struct Arc {
        std::uint32_t to, edge;
    };
    std::vector<WeightedEdge> edges;
    std::vector<std::uint32_t> first; ///< of node n: arcs[first[n]] .. arcs[first[n + 1] - 1]
    std::vector<Arc> arcs;
    [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] std::span<Arc const> at(std::uint32_t node) const {
        return std::span(arcs).subspan(first[node], first[node + 1] - first[node]);
    }
};

} // namespace phusong

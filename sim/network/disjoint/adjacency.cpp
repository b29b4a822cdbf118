#include "sim/network/disjoint/adjacency.h"

namespace phusong {

Adjacency::Adjacency(std::uint32_t node_count, std::span<WeightedEdge const> list)
    : edges(list.begin(), list.end()), first(node_count + 1, 0) {
    for (auto const& e : edges)
        if (e.a != e.b) ++first[e.a + 1], ++first[e.b + 1];
    for (std::uint32_t n = 0; n < node_count; ++n) first[n + 1] += first[n];
    arcs.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        auto const& e = edges[i];
        if (e.a == e.b) continue;
        arcs[next[e.a]++] = {e.b, i};
        arcs[next[e.b]++] = {e.a, i};
    }
}

} // namespace phusong

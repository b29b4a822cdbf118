#include "sim/network/graph/rollout_graph.h"

namespace phusong {
namespace {

template <class T> std::size_t held(std::vector<T> const& list) { return list.capacity() * sizeof(T); }

} // namespace

std::size_t RolloutGraph::bytes() const {
    return held(nodes) + held(edges) + held(first_point) + held(points) + held(first_arc) + held(arcs) +
           held(exchange) + held(seat) + held(site) + held(village) + held(institution) + held(extra);
}

void index_arcs(RolloutGraph& graph) {
    graph.first_arc.assign(graph.nodes.size() + 1, 0);
    for (auto const& edge : graph.edges) ++graph.first_arc[edge.a + 1], ++graph.first_arc[edge.b + 1];
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) graph.first_arc[n + 1] += graph.first_arc[n];
    graph.arcs.resize(graph.first_arc.back());
    std::vector<std::uint32_t> next(graph.first_arc.begin(), graph.first_arc.end() - 1);
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        auto const& edge = graph.edges[e];
        graph.arcs[next[edge.a]++] = {edge.b, e};
        graph.arcs[next[edge.b]++] = {edge.a, e};
    }
}

} // namespace phusong

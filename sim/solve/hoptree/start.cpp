#include "sim/solve/hoptree/start.h"
#include <algorithm>
#include <utility>

namespace phusong::solve {

namespace {

constexpr std::size_t most_near = 40;

} // namespace

std::vector<std::vector<Node>> neighbourhoods(Graph const& graph) {
    std::vector<std::vector<Node>> out(graph.nodes());
    std::vector<Node> seen_by(graph.nodes(), nothing);
    for (Node start = 0; start < graph.nodes(); ++start) {
        auto& near = out[start];
        near.push_back(start);
        seen_by[start] = start;
        for (std::size_t k = 0; k < near.size() && near.size() < most_near; ++k) {
            std::vector<Arc> arcs(graph.of(near[k]).begin(), graph.of(near[k]).end());
            std::ranges::stable_sort(arcs, {}, &Arc::cost);
            for (auto const& arc : arcs)
                if (std::exchange(seen_by[arc.head], start) != start) near.push_back(arc.head);
        }
        if (near.size() > most_near) near.resize(most_near);
    }
    return out;
}

Parents tree_of_least_hops(HopTree const& problem) {
    Parents parents(problem.graph.nodes(), nothing);
    std::vector<std::uint32_t> depth(problem.graph.nodes(), nothing);
    depth[problem.root] = 0;
    std::vector<Node> order{problem.root};
    for (std::size_t k = 0; k < order.size(); ++k)
        for (auto const& arc : problem.graph.of(order[k])) {
            if (depth[arc.head] != nothing) continue;
            depth[arc.head] = depth[order[k]] + 1;
            parents[arc.head] = order[k];
            order.push_back(arc.head);
        }
    std::vector<char> used(problem.graph.nodes());
    for (Node t : problem.terminals)
        for (Node v = t; v != nothing; v = parents[v]) used[v] = 1;
    for (Node v = 0; v < parents.size(); ++v)
        if (!used[v]) parents[v] = nothing;
    return parents;
}

} // namespace phusong::solve

#include "sim/solve/hoptree/hop_tree.h"
#include <algorithm>
#include <utility>

namespace phusong::solve {

namespace {

std::optional<Cost> edge_cost(Graph const& graph, Node a, Node b) {
    std::optional<Cost> least;
    for (auto const& arc : graph.of(a))
        if (arc.head == b && (!least || arc.cost < *least)) least = arc.cost;
    return least;
}

} // namespace

std::optional<Node> out_of_reach(HopTree const& problem) {
    std::vector<char> reached(problem.graph.nodes());
    reached[problem.root] = 1;
    std::vector<Node> front{problem.root};
    for (std::uint32_t h = 0; h < problem.hops; ++h) {
        std::vector<Node> next;
        for (Node u : front)
            for (auto const& arc : problem.graph.of(u))
                if (!std::exchange(reached[arc.head], char{1})) next.push_back(arc.head);
        front = std::move(next);
    }
    for (Node t : problem.terminals)
        if (!reached[t]) return t;
    return std::nullopt;
}

std::optional<Cost> cost_of(HopTree const& problem, Parents const& parents) {
    Cost sum = problem.node_costs[problem.root];
    if (parents[problem.root] != nothing) return std::nullopt;
    for (Node v = 0; v < parents.size(); ++v) {
        if (parents[v] == nothing) continue;
        auto const edge = edge_cost(problem.graph, parents[v], v);
        std::uint32_t depth = 0;
        Node up = v;
        for (; up != nothing && up != problem.root && depth <= problem.hops; ++depth) up = parents[up];
        if (!edge || up != problem.root || depth > problem.hops) return std::nullopt;
        sum += *edge + problem.node_costs[v];
    }
    for (Node t : problem.terminals)
        if (t != problem.root && parents[t] == nothing) return std::nullopt;
    return sum;
}

} // namespace phusong::solve

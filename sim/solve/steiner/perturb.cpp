#include "sim/solve/steiner/perturb.h"
#include <algorithm>

namespace phusong::solve {

Graph perturbed(Graph const& g, std::uint32_t share_percent, bool by_node, Dice& dice) {
    constexpr Cost scale = 1024;
    constexpr Cost safe = Cost{1} << 50; // sums of scaled costs stay whole
    Cost total = 0;
    for (auto const& e : g.edges) total = std::min(safe, total + std::min(safe, e.cost));
    Cost const up = total >= safe ? 1 : scale;
    std::uint32_t const spread = share_percent * static_cast<std::uint32_t>(scale) / 100 + 1;
    std::vector<Cost> at_node(by_node ? g.nodes() : 0);
    for (auto& f : at_node) f = scale + dice.below(spread);
    Graph out = g;
    for (auto& e : out.edges) {
        Cost const factor = by_node ? (at_node[e.a] + at_node[e.b]) / 2 : scale + dice.below(spread);
        e.cost = up == 1 ? e.cost / scale * factor : e.cost * factor;
    }
    for (auto& arc : out.arcs) arc.cost = out.edges[arc.edge].cost;
    return out;
}

Part union_of(Graph const& g, Terminals const& t, std::span<Tree const* const> trees) {
    Part out;
    for (auto const* tree : trees) out.given.insert(out.given.end(), tree->edges.begin(), tree->edges.end());
    std::sort(out.given.begin(), out.given.end());
    out.given.erase(std::unique(out.given.begin(), out.given.end()), out.given.end());
    std::vector<Node> nodes(t.list);
    for (Edge const e : out.given) nodes.insert(nodes.end(), {g.edges[e].a, g.edges[e].b});
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    auto const name = [&](Node n) {
        return static_cast<Node>(std::lower_bound(nodes.begin(), nodes.end(), n) - nodes.begin());
    };
    std::vector<EdgeEnds> edges;
    for (Edge const e : out.given) edges.push_back({name(g.edges[e].a), name(g.edges[e].b), g.edges[e].cost});
    out.graph = make_graph(static_cast<Node>(nodes.size()), std::move(edges));
    std::vector<Node> terminals;
    for (Node const n : t.list) terminals.push_back(name(n));
    out.terminals = Terminals(out.graph.nodes(), terminals);
    return out;
}

} // namespace phusong::solve

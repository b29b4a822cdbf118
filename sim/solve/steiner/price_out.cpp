#include "sim/solve/steiner/price_out.h"
#include "sim/solve/steiner/construct.h"
#include <algorithm>

namespace phusong::solve {
namespace {

/// Distances below `cap` over reduced costs: from the root along the arcs, or from the terminals against them.
std::vector<Cost> distances(Graph const& g, std::span<Node const> sources, std::span<Cost const> along,
                            std::span<Cost const> into, Cost cap, Meter& meter) {
    std::vector<Cost> dist(g.nodes(), cap);
    Queue queue;
    for (Node const s : sources) {
        dist[s] = 0;
        queue.push(0, s);
    }
    while (!queue.empty()) {
        auto const [d, n] = queue.pop();
        if (d != dist[n]) continue;
        meter.add(g.of(n).size());
        for (auto i = g.first[n]; i < g.first[n + 1]; ++i) {
            Arc const& arc = g.arcs[i];
            Cost const left =
                along.empty() ? into[i] : along[2 * std::size_t{arc.edge} + (g.edges[arc.edge].a == n ? 0 : 1)];
            if (left == unreachable || d + left >= dist[arc.head]) continue;
            dist[arc.head] = d + left;
            queue.push(d + left, arc.head);
        }
    }
    return dist;
}

} // namespace

std::vector<Cost> detours(Graph const& g, Terminals const& t, Node root, DualAscent const& ascent, Cost cap,
                          Meter& meter) {
    auto const along = ascent.reduced();
    auto const from_root = distances(g, {&root, 1}, along, {}, cap, meter);
    std::vector<Node> goals;
    for (Node const n : t.list)
        if (n != root) goals.push_back(n);
    auto const to_terminal = distances(g, goals, {}, ascent.reduced_in(), cap, meter);
    meter.add(g.edges.size());
    std::vector<Cost> out(g.edges.size());
    for (std::size_t e = 0; e < out.size(); ++e) {
        auto const& [a, b, cost] = g.edges[e];
        auto const way = [&](Node u, Node v, Cost left) {
            return left == unreachable ? cap : from_root[u] + left + to_terminal[v];
        };
        out[e] = std::min({cap, way(a, b, along[2 * e]), way(b, a, along[2 * e + 1])});
    }
    return out;
}

std::vector<Edge> saturated_tree(Graph const& g, Terminals const& t, Node root, DualAscent const& ascent,
                                 Meter& meter) {
    // Nodes that the root reaches for nothing, and the edges of no reduced cost between them.
    std::vector<char> reached(g.nodes());
    auto const along = ascent.reduced();
    std::vector<Node> queue{root};
    reached[root] = 1;
    while (!queue.empty()) {
        Node const n = queue.back();
        queue.pop_back();
        for (Arc const& arc : g.of(n)) {
            if (reached[arc.head] || along[2 * std::size_t{arc.edge} + (g.edges[arc.edge].a == n ? 0 : 1)] != 0)
                continue;
            reached[arc.head] = 1;
            queue.push_back(arc.head);
        }
    }
    std::vector<Node> name(g.nodes(), nothing);
    Node nodes = 0;
    for (Node n = 0; n < g.nodes(); ++n)
        if (reached[n]) name[n] = nodes++;
    std::vector<EdgeEnds> edges;
    std::vector<Edge> given;
    for (Edge e = 0; e < g.edges.size(); ++e) {
        auto const& [a, b, cost] = g.edges[e];
        if (!reached[a] || !reached[b] || (along[2 * std::size_t{e}] != 0 && along[2 * std::size_t{e} + 1] != 0))
            continue;
        edges.push_back({name[a], name[b], cost});
        given.push_back(e);
    }
    meter.add(2 * g.edges.size());
    std::vector<Node> goals;
    for (Node const n : t.list) {
        if (!reached[n]) return {};
        goals.push_back(name[n]);
    }
    auto const inner = make_graph(nodes, std::move(edges));
    auto tree = nearest_first(inner, Terminals(nodes, goals), name[root], meter);
    for (auto& e : tree) e = given[e];
    return tree;
}

} // namespace phusong::solve

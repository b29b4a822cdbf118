#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/queue.h"
#include "sim/solve/steiner/union_find.h"
#include <algorithm>

namespace phusong::solve {

Voronoi voronoi(Graph const& g, std::span<Node const> bases, Meter& meter) {
    Voronoi v{.dist = std::vector<Cost>(g.nodes(), unreachable),
              .base = std::vector<Node>(g.nodes(), nothing),
              .back = std::vector<Edge>(g.nodes(), nothing)};
    Queue queue;
    for (Node const b : bases) {
        v.dist[b] = 0;
        v.base[b] = b;
        queue.push(0, b);
    }
    while (!queue.empty()) {
        auto const [d, n] = queue.pop();
        if (d != v.dist[n]) continue;
        meter.add(g.of(n).size());
        for (Arc const& arc : g.of(n)) {
            if (d + arc.cost >= v.dist[arc.head]) continue;
            v.dist[arc.head] = d + arc.cost;
            v.base[arc.head] = v.base[n];
            v.back[arc.head] = arc.edge;
            queue.push(d + arc.cost, arc.head);
        }
    }
    return v;
}

std::vector<Edge> nearest_first(Graph const& g, Terminals const& t, Node root, Meter& meter) {
    std::vector<Cost> dist(g.nodes(), unreachable);
    std::vector<Edge> back(g.nodes(), nothing);
    std::vector<char> in(g.nodes());
    std::vector<Edge> tree;
    Queue queue;
    auto const take = [&](Node n) {
        in[n] = 1;
        dist[n] = 0;
        queue.push(0, n);
    };
    take(root);
    std::size_t left = t.list.size() - (t.is[root] ? 1 : 0);
    while (!queue.empty() && left > 0) {
        auto const [d, n] = queue.pop();
        if (d != dist[n]) continue;
        if (t.is[n] && !in[n]) {
            for (Node at = n; !in[at]; at = g.edges[tree.back()].other(at)) {
                tree.push_back(back[at]);
                take(at);
            }
            --left;
            continue;
        }
        meter.add(g.of(n).size());
        for (Arc const& arc : g.of(n)) {
            if (in[arc.head] || d + arc.cost >= dist[arc.head]) continue;
            dist[arc.head] = d + arc.cost;
            back[arc.head] = arc.edge;
            queue.push(d + arc.cost, arc.head);
        }
    }
    return tree;
}

std::vector<Edge> mehlhorn(Graph const& g, Terminals const& t, Meter& meter) {
    auto const cells = voronoi(g, t.list, meter);
    struct Border {
        Cost length;
        Edge edge;
    };
    std::vector<Border> borders;
    for (Edge e = 0; e < g.edges.size(); ++e) {
        auto const& [a, b, cost] = g.edges[e];
        if (cells.base[a] != cells.base[b] && cells.base[a] != nothing && cells.base[b] != nothing)
            borders.push_back({cells.dist[a] + cost + cells.dist[b], e});
    }
    std::sort(borders.begin(), borders.end(), [](Border const& x, Border const& y) {
        return x.length != y.length ? x.length < y.length : x.edge < y.edge;
    });
    meter.add(g.edges.size() + 2 * borders.size());
    UnionFind sets(g.nodes());
    std::vector<Edge> tree;
    for (auto const& border : borders) {
        auto const& [a, b, cost] = g.edges[border.edge];
        if (!sets.join(cells.base[a], cells.base[b])) continue;
        tree.push_back(border.edge);
        for (Node at : {a, b})
            for (; cells.back[at] != nothing; at = g.edges[cells.back[at]].other(at)) tree.push_back(cells.back[at]);
    }
    return tree;
}

} // namespace phusong::solve

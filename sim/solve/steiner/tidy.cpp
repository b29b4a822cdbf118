#include "sim/solve/steiner/tidy.h"
#include <algorithm>

namespace phusong::solve {

Tree Tidier::tidy(Graph const& g, Terminals const& t, std::span<Edge const> edges, Meter& meter) {
    nodes_.clear();
    auto const add = [&](Node n) {
        if (!mark_[n]) nodes_.push_back(n);
        mark_[n] = 1;
    };
    for (Node const n : t.list) add(n);
    for (Edge const e : edges) {
        add(g.edges[e].a);
        add(g.edges[e].b);
    }
    return cheapest(g, t, meter);
}

Tree Tidier::span_nodes(Graph const& g, Terminals const& t, std::vector<Node> const& nodes, Meter& meter) {
    nodes_ = nodes;
    for (Node const n : nodes) mark_[n] = 1;
    for (Node const n : t.list)
        if (!mark_[n]) {
            mark_[n] = 1;
            nodes_.push_back(n);
        }
    return cheapest(g, t, meter);
}

/// Kruskal over the edges between marked nodes; takes the marks away.
Tree Tidier::cheapest(Graph const& g, Terminals const& t, Meter& meter) {
    struct Candidate {
        Cost cost;
        Edge edge;
    };
    std::vector<Candidate> inside;
    for (Node const n : nodes_) {
        parent_[n] = n;
        degree_[n] = 0;
        meter.add(g.of(n).size());
        for (Arc const& arc : g.of(n))
            if (arc.head > n && mark_[arc.head]) inside.push_back({arc.cost, arc.edge});
    }
    std::sort(inside.begin(), inside.end(), [](Candidate const& x, Candidate const& y) {
        return x.cost != y.cost ? x.cost < y.cost : x.edge < y.edge;
    });
    meter.add(2 * inside.size());
    Tree tree;
    for (auto const& c : inside) {
        auto const& ends = g.edges[c.edge];
        Node const a = find(ends.a), b = find(ends.b);
        if (a == b) continue;
        parent_[std::max(a, b)] = std::min(a, b);
        tree.edges.push_back(c.edge);
        ++degree_[ends.a];
        ++degree_[ends.b];
    }
    prune(g, t, tree);
    for (Node const n : nodes_) mark_[n] = 0;
    for (Node const n : t.list)
        if (find(n) != find(t.list.front())) return {.edges = {}, .cost = unreachable};
    return tree;
}

/// Takes leaves that are no terminals away, again and again. Pieces without a terminal go as well.
void Tidier::prune(Graph const& g, Terminals const& t, Tree& tree) {
    // The exclusive or of a node's edges names the last one left when its degree is one.
    std::vector<Edge>& edges = tree.edges;
    for (Node const n : nodes_) last_[n] = 0;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        last_[g.edges[edges[i]].a] ^= i;
        last_[g.edges[edges[i]].b] ^= i;
    }
    std::vector<Node> leaves;
    for (Node const n : nodes_)
        if (degree_[n] == 1 && !t.is[n]) leaves.push_back(n);
    std::vector<char> gone(edges.size());
    while (!leaves.empty()) {
        Node const n = leaves.back();
        leaves.pop_back();
        if (degree_[n] != 1) continue;
        std::uint32_t const i = last_[n];
        Node const other = g.edges[edges[i]].other(n);
        gone[i] = 1;
        --degree_[n];
        last_[other] ^= i;
        if (--degree_[other] == 1 && !t.is[other]) leaves.push_back(other);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (!gone[i]) {
            tree.cost += g.edges[edges[i]].cost;
            edges[kept++] = edges[i];
        }
    edges.resize(kept);
    std::sort(edges.begin(), edges.end());
}

} // namespace phusong::solve

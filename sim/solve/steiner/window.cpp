#include "sim/solve/steiner/window.h"
#include <algorithm>

namespace phusong::solve {

void WindowCutter::gather(Node centre, std::size_t edges, Meter& meter) {
    inside_.clear();
    queue_.clear();
    auto const see = [&](Node n, Cost d) {
        if (seen_[n] >= 2 * stamp_ && dist_[n] <= d) return;
        seen_[n] = 2 * stamp_;
        dist_[n] = d;
        queue_.push(d, n);
    };
    see(centre, 0);
    for (std::size_t arcs = 0; !queue_.empty() && arcs < 2 * edges;) {
        auto const [d, n] = queue_.pop();
        if (d != dist_[n] || seen_[n] == 2 * stamp_ + 1) continue;
        seen_[n] = 2 * stamp_ + 1;
        inside_.push_back(n);
        arcs += g_.of(n).size();
        for (Arc const& arc : g_.of(n)) see(arc.head, d + arc.cost);
    }
    for (Node const n : inside_) meter.add(2 * g_.of(n).size());
}

/// Which nodes inside hang together outside.
void WindowCutter::join_outside(Tree const& tree, Window& out) {
    for (Edge const e : tree.edges)
        for (Node const n : {g_.edges[e].a, g_.edges[e].b}) {
            tree_stamp_[n] = stamp_;
            up_[n] = n;
            leaves_[n] = 0;
        }
    for (Edge const e : tree.edges) {
        auto const& [a, b, cost] = g_.edges[e];
        if (seen_[a] == 2 * stamp_ + 1 && seen_[b] == 2 * stamp_ + 1) continue;
        out.outside.push_back(e);
        leaves_[a] = leaves_[b] = 1;
        up_[piece_of(a)] = piece_of(b);
    }
}

Window WindowCutter::around(Tree const& tree, Node centre, std::size_t edges, Meter& meter) {
    ++stamp_;
    Window out;
    gather(centre, edges, meter);
    join_outside(tree, out);
    meter.add(tree.edges.size());
    Node nodes = 0;
    for (Node const n : inside_) name_[piece_of(n)] = nothing;
    for (Node const n : inside_) {
        Node& name = name_[piece_of(n)];
        if (name == nothing) name = nodes++;
        if (t_.is[n] || (tree_stamp_[n] == stamp_ && leaves_[n])) out.terminals.push_back(name);
    }
    std::sort(out.terminals.begin(), out.terminals.end());
    out.terminals.erase(std::unique(out.terminals.begin(), out.terminals.end()), out.terminals.end());
    std::vector<EdgeEnds> inner;
    for (Node const n : inside_)
        for (Arc const& arc : g_.of(n)) {
            if (arc.head < n || seen_[arc.head] != 2 * stamp_ + 1) continue;
            Node const a = name_[piece_of(n)], b = name_[piece_of(arc.head)];
            if (a == b) continue;
            if (std::binary_search(tree.edges.begin(), tree.edges.end(), arc.edge))
                out.tree.push_back(static_cast<Edge>(inner.size()));
            inner.push_back({a, b, arc.cost});
            out.given.push_back(arc.edge);
        }
    out.graph = make_graph(nodes, std::move(inner));
    return out;
}

} // namespace phusong::solve

#include "sim/solve/pcst/tree.h"
#include <numeric>

namespace phusong::solve::pcst {

Cost all_prizes(Instance const& in) { return std::accumulate(in.prize.begin(), in.prize.end(), Cost{0}); }

Node Carver::find(Node n) {
    while (joined_[n] != n) n = joined_[n] = joined_[joined_[n]];
    return n;
}

/// Lists the marked edges' tree around `start`, parents first.
void Carver::walk(Node start, Meter& meter) {
    order_.assign(1, start);
    up_.assign(1, 0);
    by_.assign(1, nothing);
    for (std::uint32_t i = 0; i < order_.size(); ++i) {
        auto const arcs = in_->graph.of(order_[i]);
        meter.left -= static_cast<std::int64_t>(arcs.size());
        for (auto const& arc : arcs) {
            if (!edge_.has(arc.edge)) continue;
            edge_.unset(arc.edge);
            order_.push_back(arc.head);
            up_.push_back(i);
            by_.push_back(arc.edge);
        }
    }
}

Tree Carver::best_subtree(std::span<Edge const> edges, Node start, Meter& meter) {
    edge_.wipe();
    for (Edge const e : edges) edge_.set(e);
    walk(start, meter);
    net_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) net_[i] = in_->prize[order_[i]];
    std::size_t top = 0;
    for (std::size_t i = order_.size(); i-- > 1;) {
        Cost const gain = net_[i] - in_->graph.edges[by_[i]].cost;
        if (gain > 0) net_[up_[i]] += gain;
    }
    if (in_->root == nothing)
        for (std::size_t i = 0; i < order_.size(); ++i)
            if (net_[i] > net_[top]) top = i;
    Tree out;
    out.value = all_prizes_ - net_[top];
    std::vector<char> in_tree(order_.size(), 0);
    in_tree[top] = 1;
    out.nodes.push_back(order_[top]);
    for (std::size_t i = top + 1; i < order_.size(); ++i) {
        if (!in_tree[up_[i]] || net_[i] <= in_->graph.edges[by_[i]].cost) continue;
        in_tree[i] = 1;
        out.nodes.push_back(order_[i]);
        out.edges.push_back(by_[i]);
    }
    return out;
}

Tree Carver::span(std::span<Node const> nodes, std::span<Cost const> edge_cost, Meter& meter) {
    node_.wipe();
    sorted_.clear();
    for (Node const n : nodes) {
        node_.set(n);
        joined_[n] = n;
    }
    for (Node const n : nodes) {
        auto const arcs = in_->graph.of(n);
        meter.left -= static_cast<std::int64_t>(arcs.size());
        for (auto const& arc : arcs) {
            if (arc.head <= n || !node_.has(arc.head)) continue;
            Cost const cost = edge_cost.empty() ? arc.cost : edge_cost[arc.edge];
            if (cost < closed) sorted_.emplace_back(cost, arc.edge);
        }
    }
    std::sort(sorted_.begin(), sorted_.end());
    chosen_.clear();
    for (auto const& [cost, e] : sorted_) {
        Node const a = find(in_->graph.edges[e].a), b = find(in_->graph.edges[e].b);
        if (a == b) continue;
        joined_[a] = b;
        chosen_.push_back(e);
    }
    return best_subtree(chosen_, nodes.front(), meter);
}

} // namespace phusong::solve::pcst

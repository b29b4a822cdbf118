#include "sim/solve/pcst/grow.h"

namespace phusong::solve::pcst {

void Grower::join(Node n) {
    for (; !in_tree_.has(n); n = by_[n]) {
        in_tree_.set(n);
        nodes_.push_back(n);
        near_[n] = 0;
        queue_.push(0, n);
    }
}

std::vector<Node> Grower::grow(Node start, std::span<char const> wanted, std::span<Cost const> edge_cost,
                               Meter& meter) {
    std::ranges::fill(near_, closed);
    in_tree_.wipe();
    nodes_.clear();
    queue_.clear();
    by_[start] = start;
    join(start);
    while (!queue_.empty()) {
        auto const [at, n] = queue_.pop();
        if (at > near_[n]) continue;
        if (!in_tree_.has(n) && wanted[n] != 0) {
            join(n);
            continue;
        }
        auto const arcs = in_->graph.of(n);
        meter.left -= static_cast<std::int64_t>(arcs.size());
        for (auto const& arc : arcs) {
            Cost const step = edge_cost.empty() ? arc.cost : edge_cost[arc.edge];
            if (step >= closed || at + step >= near_[arc.head] || in_tree_.has(arc.head)) continue;
            near_[arc.head] = at + step;
            by_[arc.head] = n;
            queue_.push(at + step, arc.head);
        }
    }
    return nodes_;
}

} // namespace phusong::solve::pcst

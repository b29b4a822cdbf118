#include "sim/network/disjoint/cut_bound.h"
#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace phusong {
namespace {

using Cost = std::int64_t;
constexpr Cost not_met = std::numeric_limits<Cost>::max();

/// Costs that are left after the cuts so far; raising a cut grows it along the cheapest edges until it meets the rest
/// of what stands, and takes from every edge what the growth paid for it.
class Cuts {
  public:
    Cuts(solve::Graph const& graph, std::vector<std::uint8_t> const& stands, std::vector<std::uint8_t> const& at_root)
        : graph_(graph), stands_(stands), at_root_(at_root), inside_(graph.nodes(), 0), cost_(graph.nodes(), not_met) {
        for (std::size_t e = 0; e < graph.edges.size(); ++e) left_.push_back(stands[e] != 0 ? 0 : graph.edges[e].cost);
    }
    /// How far the cut around `inside` can be raised.
    Cost raise(std::vector<std::uint32_t> const& inside) {
        for (auto const n : inside) inside_[n] = 1;
        Cost const met = grow(inside);
        if (met != not_met)
            for (auto const node : touched_)
                for (auto const& arc : graph_.of(node)) {
                    Cost const near = std::min(cost_[node], met), far = std::min(cost_[arc.head], met);
                    if (stands_[arc.edge] == 0 && near < far) left_[arc.edge] -= far - near;
                }
        for (auto const n : inside) inside_[n] = 0;
        for (auto const n : touched_) cost_[n] = not_met;
        touched_.clear();
        return met == not_met ? 0 : met;
    }

  private:
    void reach(std::uint32_t node, Cost cost) {
        if (cost_[node] == not_met) touched_.push_back(node);
        cost_[node] = cost;
        queue_.emplace(cost, node);
    }
    Cost grow(std::vector<std::uint32_t> const& inside) {
        queue_ = {};
        for (auto const n : inside) reach(n, 0);
        while (!queue_.empty()) {
            auto const [here, node] = queue_.top();
            queue_.pop();
            if (here != cost_[node]) continue;
            if (at_root_[node] != 0 && inside_[node] == 0) return here;
            for (auto const& arc : graph_.of(node)) {
                // What stands and leads straight back to the root's part is the bridge itself.
                bool const the_bridge = stands_[arc.edge] != 0 && at_root_[arc.head] != 0 && inside_[arc.head] == 0;
                Cost const there = here + left_[arc.edge];
                if (!the_bridge && there < cost_[arc.head]) reach(arc.head, there);
            }
        }
        return not_met;
    }

    solve::Graph const& graph_;
    std::vector<std::uint8_t> const& stands_;
    std::vector<std::uint8_t> const& at_root_; ///< nodes that what stands joins to the root
    std::vector<std::uint8_t> inside_;
    std::vector<Cost> left_, cost_;
    std::vector<std::uint32_t> touched_; ///< nodes whose cost the present search has set
    std::priority_queue<std::pair<Cost, std::uint32_t>, std::vector<std::pair<Cost, std::uint32_t>>, std::greater<>>
        queue_;
};

/// Nodes below each bridge that cuts a node asked for off, smallest sets first.
std::vector<std::vector<std::uint32_t>> hanging(Bridges const& b, std::vector<std::uint8_t> const& wanted) {
    std::vector<std::uint32_t> place(wanted.size(), 0), size(wanted.size(), 0), asked(wanted.size(), 0);
    for (std::size_t i = 0; i < b.order.size(); ++i) place[b.order[i]] = static_cast<std::uint32_t>(i);
    for (auto node = b.order.rbegin(); node != b.order.rend(); ++node) {
        ++size[*node];
        asked[*node] += wanted[*node];
        if (b.before[*node] == Bridges::none) continue;
        size[b.before[*node]] += size[*node];
        asked[b.before[*node]] += asked[*node];
    }
    std::vector<std::vector<std::uint32_t>> out;
    for (auto const node : b.order) // what is found below a node comes right after it
        if (b.bridge[node] != 0 && asked[node] > 0)
            out.emplace_back(b.order.begin() + place[node], b.order.begin() + place[node] + size[node]);
    std::ranges::stable_sort(out, {}, [](auto const& set) { return set.size(); });
    return out;
}

} // namespace

std::int64_t cut_bound(solve::Graph const& graph, std::vector<std::uint8_t> const& stands, std::uint32_t root,
                       std::span<std::uint32_t const> asked) {
    auto const bridges = find_bridges(graph, stands, root);
    std::vector<std::uint8_t> wanted(graph.nodes(), 0);
    for (auto const n : asked) wanted[n] = 1;
    Cuts cuts(graph, stands, bridges.reached);
    Cost bound = 0;
    for (auto const& set : hanging(bridges, wanted)) bound += cuts.raise(set);
    // Who is not joined to the root at all needs two more edges; what stands around it goes with it at no cost.
    for (auto const n : asked)
        if (bridges.reached[n] == 0) bound += 2 * cuts.raise({n});
    return bound;
}

} // namespace phusong

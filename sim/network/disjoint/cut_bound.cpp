#include "sim/network/disjoint/cut_bound.h"
#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace phusong {
namespace {

using Cost = std::int64_t;
constexpr Cost never = std::numeric_limits<Cost>::max();

/// Costs that are left after the cuts so far; raising a cut grows it along the cheapest edges until it meets the rest
/// of what stands, and takes from every edge what the growth paid for it.
class Cuts {
  public:
    Cuts(Adjacency const& graph, std::vector<std::uint8_t> const& stands, std::vector<std::uint8_t> const& at_root)
        : graph_(graph), stands_(stands), at_root_(at_root), inside_(graph.nodes(), 0) {
        for (std::size_t e = 0; e < graph.edges.size(); ++e)
            left_.push_back(stands[e] != 0 ? 0 : graph.edges[e].cost);
    }
    /// How far the cut around `inside` can be raised.
    Cost raise(std::vector<std::uint32_t> const& inside) {
        for (auto const n : inside) inside_[n] = 1;
        std::vector<Cost> cost(graph_.nodes(), never);
        Cost const met = grow(inside, cost);
        for (std::uint32_t e = 0; met != never && e < left_.size(); ++e) {
            if (stands_[e] != 0) continue;
            Cost const a = std::min(cost[graph_.edges[e].a], met), b = std::min(cost[graph_.edges[e].b], met);
            left_[e] -= a < b ? b - a : a - b;
        }
        for (auto const n : inside) inside_[n] = 0;
        return met == never ? 0 : met;
    }

  private:
    Cost grow(std::vector<std::uint32_t> const& inside, std::vector<Cost>& cost) const {
        std::priority_queue<std::pair<Cost, std::uint32_t>, std::vector<std::pair<Cost, std::uint32_t>>, std::greater<>>
            queue;
        for (auto const n : inside) cost[n] = 0, queue.emplace(0, n);
        while (!queue.empty()) {
            auto const [here, node] = queue.top();
            queue.pop();
            if (here != cost[node]) continue;
            if (at_root_[node] != 0 && inside_[node] == 0) return here;
            for (auto const& arc : graph_.at(node)) {
                // What stands and leads straight back to the root's part is the bridge itself.
                bool const the_bridge = stands_[arc.edge] != 0 && at_root_[arc.to] != 0 && inside_[arc.to] == 0;
                Cost const there = here + left_[arc.edge];
                if (the_bridge || there >= cost[arc.to]) continue;
                cost[arc.to] = there;
                queue.emplace(there, arc.to);
            }
        }
        return never;
    }

    Adjacency const& graph_;
    std::vector<std::uint8_t> const& stands_;
    std::vector<std::uint8_t> const& at_root_; ///< nodes that what stands joins to the root
    std::vector<std::uint8_t> inside_;
    std::vector<Cost> left_;
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

std::int64_t cut_bound(Adjacency const& graph, std::vector<std::uint8_t> const& stands, std::uint32_t root,
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

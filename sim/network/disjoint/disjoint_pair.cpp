#include "sim/network/disjoint/disjoint_pair.h"
#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace phusong {
namespace {

using Cost = std::int64_t;
constexpr Cost never = std::numeric_limits<Cost>::max();
constexpr auto none = std::numeric_limits<std::uint32_t>::max();
using Queue =
    std::priority_queue<std::pair<Cost, std::uint32_t>, std::vector<std::pair<Cost, std::uint32_t>>, std::greater<>>;

/// An edge, travelled towards one of its ends.
struct Step {
    std::uint32_t edge, to;
};

/// Cheapest ways from one node to all.
struct Tree {
    std::vector<Cost> cost;
    std::vector<std::uint32_t> edge, before; ///< last edge of the way, node before it
};

Tree cheapest(solve::Graph const& graph, std::uint32_t from) {
    Tree out{.cost = std::vector<Cost>(graph.nodes(), never),
             .edge = std::vector<std::uint32_t>(graph.nodes(), none),
             .before = std::vector<std::uint32_t>(graph.nodes(), none)};
    Queue queue;
    out.cost[from] = 0;
    queue.emplace(0, from);
    while (!queue.empty()) {
        auto const [cost, node] = queue.top();
        queue.pop();
        if (cost != out.cost[node]) continue;
        for (auto const& arc : graph.of(node)) {
            Cost const there = cost + graph.edges[arc.edge].cost;
            if (there >= out.cost[arc.head]) continue;
            out.cost[arc.head] = there;
            out.edge[arc.head] = arc.edge;
            out.before[arc.head] = node;
            queue.emplace(there, arc.head);
        }
    }
    return out;
}

/// The second search, in the graph that the first way leaves: its edges may only be undone. Costs are reduced by the
/// first search's, so none is negative. Where nodes may not be shared, a node of the first way has two sides: who comes
/// by another edge stands before it and can only undo, who comes by undoing stands behind it and is free.
class SecondSearch {
  public:
    SecondSearch(solve::Graph const& graph, Tree const& tree, std::uint32_t from, std::uint32_t to, Apart apart)
        : graph_(graph), tree_(tree), from_(from), to_(to), split_(apart == Apart::nodes) {
        back_.assign(graph.nodes(), none);
        used_.assign(graph.edges.size(), 0);
        for (std::uint32_t n = to; n != from; n = tree.before[n]) back_[n] = tree.edge[n], used_[tree.edge[n]] = 1;
        cost_.assign(2 * std::size_t{graph.nodes()}, never);
        edge_.assign(cost_.size(), none);
        before_.assign(cost_.size(), none);
    }
    /// Steps of the second way, backwards, undone ones too; empty when there is none.
    std::vector<Step> run() {
        reach(behind(from_), 0, none, none);
        while (!queue_.empty()) {
            auto const [cost, state] = queue_.top();
            queue_.pop();
            if (cost == cost_[state]) leave(state, cost);
        }
        std::vector<Step> out;
        if (cost_[behind(to_)] == never) return out;
        for (std::uint32_t state = behind(to_); before_[state] != none; state = before_[state])
            if (edge_[state] != none) out.push_back({edge_[state], state / 2});
        return out;
    }

  private:
    static std::uint32_t before_node(std::uint32_t node) { return 2 * node; }
    static std::uint32_t behind(std::uint32_t node) { return 2 * node + 1; }
    [[nodiscard]] bool two_sided(std::uint32_t node) const {
        return split_ && back_[node] != none && node != to_ && node != from_;
    }
    void reach(std::uint32_t state, Cost cost, std::uint32_t edge, std::uint32_t before) {
        if (cost >= cost_[state]) return;
        cost_[state] = cost;
        edge_[state] = edge;
        before_[state] = before;
        queue_.emplace(cost, state);
    }
    void leave(std::uint32_t state, Cost cost) {
        std::uint32_t const node = state / 2;
        bool const is_behind = state % 2 == 1;
        if (back_[node] != none && node != to_ && (!two_sided(node) || !is_behind)) undo(node, state, cost);
        if (two_sided(node) && is_behind) reach(before_node(node), cost, none, state);
        if (!is_behind) return;
        for (auto const& arc : graph_.of(node)) {
            if (used_[arc.edge] != 0) continue;
            Cost const there = cost + graph_.edges[arc.edge].cost + tree_.cost[node] - tree_.cost[arc.head];
            reach(two_sided(arc.head) ? before_node(arc.head) : behind(arc.head), there, arc.edge, state);
        }
    }
    void undo(std::uint32_t node, std::uint32_t state, Cost cost) {
        reach(behind(tree_.before[node]), cost, back_[node], state);
    }

    solve::Graph const& graph_;
    Tree const& tree_;
    std::uint32_t from_, to_;
    bool split_;
    std::vector<std::uint32_t> back_; ///< edge by which the first way comes to a node
    std::vector<std::uint8_t> used_;  ///< by the first way
    std::vector<Cost> cost_;          // by state
    std::vector<std::uint32_t> edge_, before_;
    Queue queue_;
};

/// One way from `from` to `to` along steps that are still to be taken (`towards`, by edge); takes them, and leaves
/// loops out.
std::vector<std::uint32_t> take_way(solve::Graph const& graph, std::vector<std::uint32_t>& towards, std::uint32_t from,
                                    std::uint32_t to) {
    std::vector<std::uint32_t> way, nodes{from};
    while (nodes.back() != to) {
        auto const arcs = graph.of(nodes.back());
        auto const next = std::ranges::find_if(arcs, [&](auto const& arc) { return towards[arc.edge] == arc.head; });
        towards[next->edge] = none;
        auto const seen = std::ranges::find(nodes, next->head);
        if (seen != nodes.end()) {
            auto const keep = static_cast<std::size_t>(seen - nodes.begin());
            way.resize(keep);
            nodes.resize(keep + 1);
        } else {
            way.push_back(next->edge);
            nodes.push_back(next->head);
        }
    }
    return way;
}

} // namespace

std::optional<PathPair> disjoint_pair(solve::Graph const& graph, std::uint32_t from, std::uint32_t to, Apart apart) {
    auto const tree = cheapest(graph, from);
    if (tree.cost[to] == never) return {};
    auto const second = SecondSearch(graph, tree, from, to, apart).run();
    if (second.empty()) return {};
    std::vector<std::uint32_t> towards(graph.edges.size(), none); // end that each edge is travelled to
    for (std::uint32_t n = to; n != from; n = tree.before[n]) towards[tree.edge[n]] = n;
    for (auto const& step : second)
        towards[step.edge] = towards[step.edge] == none ? step.to : none; // taken, or undone
    PathPair out;
    out.one = take_way(graph, towards, from, to);
    out.two = take_way(graph, towards, from, to);
    for (auto const* way : {&out.one, &out.two})
        for (auto const edge : *way) out.cost += graph.edges[edge].cost;
    return out;
}

} // namespace phusong

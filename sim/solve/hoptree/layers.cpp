#include "sim/solve/hoptree/layers.h"
#include <algorithm>
#include <map>

namespace phusong::solve {

Layers layers_of(HopTree const& problem) {
    std::map<std::pair<Node, Node>, Cost> least; // by head, then tail
    for (auto const& e : problem.graph.edges) {
        if (e.a == e.b) continue;
        for (auto const& [tail, head] : {std::pair(e.a, e.b), std::pair(e.b, e.a)}) {
            if (head == problem.root) continue;
            auto const [at, added] = least.try_emplace({head, tail}, e.cost);
            if (!added) at->second = std::min(at->second, e.cost);
        }
    }
    Layers out;
    out.hops = problem.hops;
    out.nodes = problem.graph.nodes();
    out.first.assign(out.nodes + 1U, 0);
    for (auto const& [ends, cost] : least) {
        auto const& [head, tail] = ends;
        ++out.first[head + 1];
        out.by_head.push_back(static_cast<std::uint32_t>(out.steps.size()));
        out.steps.push_back({tail, head, cost + problem.node_costs[head]});
    }
    for (Node v = 0; v < out.nodes; ++v) out.first[v + 1] += out.first[v];
    return out;
}

namespace {

/// Grows the set of (node, depth) from which a terminal is reached over arcs without reduced cost.
class Raising {
  public:
    Raising(HopTree const& p, Layers const& l) : p_(p), l_(l), mark_(std::size_t{l.nodes} * (l.hops + 1U)) {
        out_.reduced.resize(l.arcs());
        for (std::uint32_t h = 1; h <= l.hops; ++h)
            for (std::uint32_t s = 0; s < l.steps.size(); ++s) out_.reduced[l.arc(s, h)] = l.steps[s].cost;
    }

    Ascent run(std::vector<Node> const& order) {
        auto active = order;
        std::erase(active, p_.root);
        while (!active.empty()) {
            std::vector<Node> still;
            for (Node t : active)
                if (raise_once(t)) still.push_back(t);
            active = std::move(still);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool reaches(Node u, std::uint32_t h) const { return u == p_.root ? h == 0 : h > 0; }

    /// False when the root is reached.
    bool raise_once(Node t) {
        ++now_;
        queue_.clear();
        for (std::uint32_t h = 1; h <= l_.hops; ++h) add(t, h);
        Cost least = unreachable;
        cut_.clear();
        for (std::size_t k = 0; k < queue_.size(); ++k) {
            auto const [v, h] = queue_[k];
            for (auto s : l_.into(v)) {
                auto const u = l_.steps[s].tail;
                if (!reaches(u, h - 1) || marked(u, h - 1)) continue;
                auto const a = l_.arc(s, h);
                if (out_.reduced[a] > 0) {
                    cut_.emplace_back(s, h);
                    continue;
                }
                if (u == p_.root) return false;
                add(u, h - 1);
            }
        }
        std::erase_if(cut_, [&](auto const& c) { return marked(l_.steps[c.first].tail, c.second - 1); });
        for (auto const& [s, h] : cut_) least = std::min(least, out_.reduced[l_.arc(s, h)]);
        if (cut_.empty()) return false; // out of reach
        for (auto const& [s, h] : cut_) out_.reduced[l_.arc(s, h)] -= least;
        out_.bound += least;
        return true;
    }
    void add(Node v, std::uint32_t h) {
        mark_[std::size_t{h} * l_.nodes + v] = now_;
        queue_.emplace_back(v, h);
    }
    [[nodiscard]] bool marked(Node v, std::uint32_t h) const { return mark_[std::size_t{h} * l_.nodes + v] == now_; }

    HopTree const& p_;
    Layers const& l_;
    Ascent out_;
    std::vector<std::uint32_t> mark_;
    std::uint32_t now_ = 0;
    std::vector<std::pair<Node, std::uint32_t>> queue_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_;
};

constexpr Cost far = unreachable / 8;

} // namespace

Ascent dual_ascent(HopTree const& problem, Layers const& layers, std::vector<Node> const& order) {
    return Raising(problem, layers).run(order);
}

void keep_useful(HopTree const& problem, Layers const& layers, Ascent const& ascent, Cost cost,
                 std::vector<char>& useful) {
    auto const at = [&](Node v, std::uint32_t h) { return std::size_t{h} * layers.nodes + v; };
    std::vector<Cost> from(std::size_t{layers.nodes} * (layers.hops + 1U), far), to = from;
    from[at(problem.root, 0)] = 0;
    for (std::uint32_t h = 1; h <= layers.hops; ++h)
        for (std::uint32_t s = 0; s < layers.steps.size(); ++s) {
            auto const& step = layers.steps[s];
            auto& d = from[at(step.head, h)];
            d = std::min(d, from[at(step.tail, h - 1)] + ascent.reduced[layers.arc(s, h)]);
        }
    for (Node t : problem.terminals)
        for (std::uint32_t h = 1; h <= layers.hops; ++h) to[at(t, h)] = 0;
    for (std::uint32_t h = layers.hops; h >= 1; --h)
        for (std::uint32_t s = 0; s < layers.steps.size(); ++s) {
            auto const& step = layers.steps[s];
            auto& d = to[at(step.tail, h - 1)];
            d = std::min(d, to[at(step.head, h)] + ascent.reduced[layers.arc(s, h)]);
        }
    for (std::uint32_t h = 1; h <= layers.hops; ++h)
        for (std::uint32_t s = 0; s < layers.steps.size(); ++s) {
            auto const& step = layers.steps[s];
            auto const a = layers.arc(s, h);
            if (ascent.bound + from[at(step.tail, h - 1)] + ascent.reduced[a] + to[at(step.head, h)] >= cost)
                useful[a] = 0;
        }
}

} // namespace phusong::solve

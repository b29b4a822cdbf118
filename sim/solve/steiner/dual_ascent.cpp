#include "sim/solve/steiner/dual_ascent.h"
#include <algorithm>

namespace phusong::solve {

DualAscent::DualAscent(Graph const& g, std::span<Cost const> arc_cost, Node root, std::span<Node const> terminals)
    : g_(g), root_(root), left_(g.arcs.size()), up_(g.nodes(), nothing), active_(g.nodes()), seen_(g.nodes()),
      joined_(g.nodes()), label_(g.nodes()) {
    for (Node n = 0; n < g.nodes(); ++n)
        for (auto i = g.first[n]; i < g.first[n + 1]; ++i) {
            Arc const& arc = g.arcs[i];
            left_[i] = arc_cost.empty() ? arc.cost : arc_cost[2 * std::size_t{arc.edge} + (g.edges[arc.edge].a == n)];
        }
    for (Node const t : terminals)
        if (t != root) grown_.push_back({.terminal = t, .raised = 0, .members = {}, .cut = {}, .ways = 0});
}

void DualAscent::follow(std::span<Edge const> tree) {
    std::vector<char> has(g_.edges.size());
    for (Edge const e : tree) has[e] = 1;
    up_.assign(g_.nodes(), nothing);
    std::vector<Node> stack{root_};
    while (!stack.empty()) {
        Node const n = stack.back();
        stack.pop_back();
        for (Arc const& arc : g_.of(n)) {
            if (!has[arc.edge] || arc.edge == up_[n]) continue;
            up_[arc.head] = arc.edge;
            stack.push_back(arc.head);
        }
    }
}

std::size_t DualAscent::ways_in(std::vector<std::uint32_t> const& cut) const {
    return static_cast<std::size_t>(std::count_if(cut.begin(), cut.end(), [&](auto arc) {
        auto const [from, e, cost] = g_.arcs[arc];
        return up_[g_.edges[e].other(from)] == e;
    }));
}

bool DualAscent::ascend(Meter& meter) {
    std::vector<std::uint32_t> all(grown_.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    return ascend(all, 0, meter);
}

bool DualAscent::ascend(std::vector<std::uint32_t> const& which, std::uint64_t salt, Meter& meter) {
    Dice dice{salt};
    std::vector<std::uint64_t> tie(which.size());
    Queue order;
    for (std::uint32_t i = 0; i < which.size(); ++i) {
        auto& t = grown_[which[i]];
        active_[t.terminal] = 1;
        if (t.members.empty()) {
            t.members.push_back({t.terminal, 0});
            for (auto a = g_.first[t.terminal]; a < g_.first[t.terminal + 1]; ++a)
                if (left_[a] != unreachable) t.cut.push_back(a);
            t.ways = ways_in(t.cut);
        }
        tie[i] = salt == 0 ? 0 : dice.below(256);
        order.push(static_cast<Cost>(load(t.cut.size(), t.ways) * 256 + tie[i]), i);
    }
    bool reached = true;
    while (!order.empty()) {
        auto const i = order.pop().item;
        auto& t = grown_[which[i]];
        auto const own = load(t.cut.size(), t.ways);
        auto const next = order.empty() ? own : static_cast<std::size_t>(order.top().key / 256);
        auto const end = grow(t, std::max(own, next) * 5 / 4 + 1, meter);
        if (end == End::paused) {
            order.push(static_cast<Cost>(load(t.cut.size(), t.ways) * 256 + tie[i]), i);
            continue;
        }
        active_[t.terminal] = 0;
        if (end == End::cut_off) reached = false;
    }
    return reached;
}

/// One search from the terminal's nodes against the arcs, with their reduced costs as lengths.
DualAscent::End DualAscent::grow(Grown& t, std::size_t until, Meter& meter) {
    ++stamp_;
    for (auto const& m : t.members) {
        seen_[m.node] = joined_[m.node] = stamp_;
        label_[m.node] = 0;
    }
    queue_.clear();
    fresh_.clear();
    auto const see = [&](Node n, Cost label) {
        if (seen_[n] == stamp_ && label_[n] <= label) return;
        seen_[n] = stamp_;
        label_[n] = label;
        queue_.push(label, n);
    };
    std::size_t kept = 0;
    for (auto const arc : t.cut) {
        Node const from = g_.arcs[arc].head;
        if (joined_[from] == stamp_ || left_[arc] == unreachable) continue;
        t.cut[kept++] = arc;
        see(from, left_[arc]);
    }
    t.cut.resize(kept);
    t.ways = ways_in(t.cut);
    meter.add(t.members.size() + kept);
    std::size_t open = kept; // arcs that lead into the terminal's nodes, at least nearly
    Cost raise = 0;
    End end = End::cut_off;
    while (!queue_.empty()) {
        auto const [d, n] = queue_.pop();
        if (joined_[n] == stamp_ || d != label_[n]) continue;
        bool const stop = stops(n, t.terminal);
        if (stop || (load(open, t.ways) > until && d > raise)) {
            raise = d;
            end = stop ? End::done : End::paused;
            break;
        }
        raise = d;
        joined_[n] = stamp_;
        t.members.push_back({n, t.raised + d});
        std::size_t inner = 0;
        for (auto a = g_.first[n]; a < g_.first[n + 1]; ++a) {
            Node const from = g_.arcs[a].head;
            if (joined_[from] == stamp_) {
                ++inner;
                if (up_[from] == g_.arcs[a].edge && t.ways > 0) --t.ways;
                continue;
            }
            if (left_[a] == unreachable) continue;
            if (up_[n] == g_.arcs[a].edge) ++t.ways;
            fresh_.emplace_back(a, d);
            see(from, d + left_[a]);
            ++open;
        }
        open -= std::min(open, inner);
        meter.add(g_.first[n + 1] - g_.first[n]);
    }
    if (end == End::cut_off) return end;
    lower(t, raise);
    bound_ += raise;
    return end;
}

/// Lowers what is left of the arcs into every set that the search went through.
void DualAscent::lower(Grown& t, Cost raise) {
    t.raised += raise;
    std::size_t kept = 0;
    auto const pay = [&](std::uint32_t arc, Cost base) {
        Node const from = g_.arcs[arc].head;
        bool const in = joined_[from] == stamp_;
        Cost const amount = (in ? label_[from] : raise) - base;
        if (amount > 0) set_left(arc, left_[arc] - amount);
        return !in;
    };
    for (auto const arc : t.cut)
        if (pay(arc, 0)) t.cut[kept++] = arc;
    t.cut.resize(kept);
    for (auto const& [arc, base] : fresh_)
        if (pay(arc, base)) t.cut.push_back(arc);
}

void DualAscent::leave_out(std::vector<char> const& edges) {
    for (std::size_t i = 0; i < left_.size(); ++i)
        if (edges[g_.arcs[i].edge]) left_[i] = unreachable;
}

std::vector<Cost> DualAscent::reduced() const {
    std::vector<Cost> out(2 * g_.edges.size());
    for (Node n = 0; n < g_.nodes(); ++n)
        for (auto i = g_.first[n]; i < g_.first[n + 1]; ++i) {
            Edge const e = g_.arcs[i].edge;
            out[2 * std::size_t{e} + (g_.edges[e].a == n)] = left_[i];
        }
    return out;
}

} // namespace phusong::solve

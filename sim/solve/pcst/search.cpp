#include "sim/solve/pcst/search.h"
#include "sim/solve/pcst/tree.h"
#include <algorithm>

namespace phusong::solve::pcst {

Search::Search(Instance const& in, Tree const& start, Meter& meter, std::uint64_t seed)
    : in_(in), g_(in.graph), meter_(&meter), dice_{seed, 2}, tree_(in, start), prize_(in.prize),
      is_waiting_(g_.nodes(), 0), is_removed_(g_.nodes()), is_cut_(g_.edges.size()), labelled_(g_.nodes()),
      near_set_(g_.nodes()), settled_(g_.nodes()), label_(g_.nodes(), 0), near_(g_.nodes(), 0), back_(g_.nodes(), 0),
      back_by_(g_.nodes(), 0) {
    // Finer units, so that small whole costs can be shaken; the sum of all must still fit.
    Cost all = 1 + all_prizes(in);
    for (auto const& e : g_.edges) all += e.cost;
    while (unit_ < 64 && all < closed / 8 / unit_) unit_ *= 2;
    for (auto const& e : g_.edges) cost_.push_back(e.cost * unit_);
    for (auto& p : prize_) p *= unit_;
    calm_least_edge_ = cost_.empty() ? 0 : *std::ranges::min_element(cost_);
    calm_dearest_edge_ = cost_.empty() ? 0 : *std::ranges::max_element(cost_);
    calm_bounds();
}

Tree Search::tree() {
    auto const edges = tree_.edges();
    Node const start = in_.root != nothing ? in_.root : tree_.top();
    return Carver(in_).best_subtree(edges, start, *meter_);
}

void Search::enqueue(Node n) {
    if (is_waiting_[n] != 0) return;
    is_waiting_[n] = 1;
    waiting_.push_back(n);
}

void Search::descend() {
    most_part_ = g_.nodes();
    most_spread_ = g_.nodes();
    for (Node n = 0; n < g_.nodes(); ++n) enqueue(n);
    settle_queue();
    tree_.keep();
}

/// Tries the waiting nodes in turn; whatever a move touched waits again, with its neighbours.
void Search::settle_queue() {
    tried_.fit(g_.nodes());
    tried_.wipe();
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        Node const n = waiting_[i];
        is_waiting_[n] = 0;
        if (meter_->spent()) continue; // unmarks all that is left
        auto const before = tree_.mark();
        auto const steps = tree_.steps();
        if (improve(n)) {
            enqueue_changes(before);
            tried_.wipe();
        }
        meter_->left -= 2 + tree_.steps() - steps;
    }
    waiting_.clear();
}

void Search::enqueue_changes(PointerTree::Mark const& since) {
    tree_.each_change(since, [this](Node n) {
        enqueue(n);
        meter_->left -= static_cast<std::int64_t>(g_.of(n).size());
        for (auto const& arc : g_.of(n))
            if (!tree_.has(arc.head) || (tree_.has(n) && tree_.joins(arc, n))) enqueue(arc.head);
    });
}

bool Search::improve(Node n) {
    if (!tree_.has(n)) return insert(n) || (prize(n) > 0 && reach(n));
    if (tree_.degree(n) == 1 && trim(n)) return true;
    Node k = n; // the key node below this stretch of the way
    while (!key(k)) {
        Node below = nothing;
        for (auto const& arc : g_.of(k))
            if (tree_.has(arc.head) && tree_.by(arc.head) == arc.edge) below = arc.head;
        if (below == nothing) break;
        k = below;
    }
    if (tree_.up(k) != nothing && !tried_.has(k)) {
        tried_.set(k);
        if (move_path(k)) return true;
    }
    return tree_.has(n) && !in_.must(n) && tree_.degree(n) >= 2 && key(n) && move_out(n);
}

/// Takes off a leaf that is not worth its edge, and what becomes such a leaf.
bool Search::trim(Node n) {
    bool any = false;
    while (n != nothing && tree_.has(n) && tree_.degree(n) == 1 && !in_.must(n)) {
        Node other = nothing;
        Edge by = nothing;
        for (auto const& arc : g_.of(n))
            if (tree_.has(arc.head) && tree_.joins(arc, n)) {
                other = arc.head;
                by = arc.edge;
            }
        if (prize(n) > cost(by)) break;
        if (tree_.up(n) == nothing) tree_.lift(other);
        tree_.cut(n);
        tree_.remove(n);
        any = true;
        n = other;
    }
    return any;
}

/// Puts a node in with those of its edges that replace dearer ones.
bool Search::insert(Node n) {
    star_.clear();
    for (auto const& arc : g_.of(n))
        if (tree_.has(arc.head)) star_.emplace_back(cost(arc.edge), arc);
    meter_->left -= static_cast<std::int64_t>(g_.of(n).size());
    if (star_.empty() || (star_.size() == 1 && prize(n) <= star_[0].first)) return false;
    std::ranges::sort(star_, {}, [](auto const& s) { return std::pair(s.first, s.second.edge); });
    Cost gain = prize(n) - star_[0].first, most_gain = gain;
    for (std::size_t i = 1; i < star_.size(); ++i) most_gain += std::max<Cost>(0, dearest_edge_ - star_[i].first);
    if (most_gain <= 0) return false;
    auto const mark = tree_.mark();
    tree_.add(n);
    tree_.link(n, star_[0].second.head, star_[0].second.edge);
    tree_.lift(n);
    for (std::size_t i = 1; i < star_.size(); ++i) {
        Node dearest = nothing;
        Cost most = star_[i].first;
        for (Node x = star_[i].second.head; x != n; x = tree_.up(x)) {
            --meter_->left;
            if (cost(tree_.by(x)) > most) {
                most = cost(tree_.by(x));
                dearest = x;
            }
        }
        if (dearest == nothing) continue;
        gain += most - star_[i].first;
        ends_.push_back(tree_.up(dearest));
        ends_.push_back(dearest);
        tree_.cut(dearest);
        tree_.link(star_[i].second.head, n, star_[i].second.edge);
    }
    if (gain > 0) {
        for (Node const end : ends_) trim(end);
    } else {
        tree_.back_to(mark);
    }
    ends_.clear();
    return gain > 0;
}

/// Hangs a far prize on, by a way that costs less than all prizes on it.
bool Search::reach(Node n) {
    near_set_.wipe();
    queue_.clear();
    near_[n] = 0;
    near_set_.set(n);
    queue_.push(0, n);
    Cost const worth = prize(n);
    Cost best = worth;
    Node at = nothing, hook = nothing;
    Edge hook_by = nothing;
    while (!queue_.empty() && queue_.top().first < best) {
        auto const [d, x] = queue_.pop();
        if (d > near_[x]) continue;
        meter_->left -= static_cast<std::int64_t>(g_.of(x).size());
        for (auto const& arc : g_.of(x)) {
            Cost const way = d + cost(arc.edge);
            if (tree_.has(arc.head)) {
                if (way >= best) continue;
                best = way;
                at = x;
                hook = arc.head;
                hook_by = arc.edge;
            } else {
                Cost const net = d + std::max<Cost>(0, cost(arc.edge) - prize(arc.head));
                if (net >= best || (near_set_.has(arc.head) && near_[arc.head] <= net)) continue;
                near_set_.set(arc.head);
                near_[arc.head] = net;
                back_[arc.head] = x;
                back_by_[arc.head] = arc.edge;
                queue_.push(net, arc.head);
            }
        }
    }
    if (at == nothing) return false;
    tree_.add(at);
    tree_.link(at, hook, hook_by);
    for (Node x = at; x != n; x = back_[x]) {
        tree_.add(back_[x]);
        tree_.link(back_[x], x, back_by_[x]);
    }
    return true;
}

} // namespace phusong::solve::pcst

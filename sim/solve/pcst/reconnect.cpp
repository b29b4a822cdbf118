#include "sim/solve/pcst/search.h"
#include <algorithm>
#include <numeric>

namespace phusong::solve::pcst {

void Search::start_removal() {
    is_removed_.wipe();
    is_cut_.wipe();
    removed_.clear();
    removed_edges_.clear();
    seeds_.clear();
    removed_cost_ = 0;
}

/// Takes the way from `from` over `first` up to the next key node out; that node is a part's seed.
void Search::remove_way(Node from, Arc first) {
    for (;;) {
        is_cut_.set(first.edge);
        removed_edges_.push_back(first.edge);
        removed_cost_ += cost(first.edge);
        Node const n = first.head;
        if (key(n)) {
            seeds_.push_back(n);
            return;
        }
        is_removed_.set(n);
        removed_.push_back(n);
        removed_cost_ -= prize(n);
        for (auto const& arc : g_.of(n)) {
            if (arc.head == from || !tree_.has(arc.head) || !tree_.joins(arc, n) || is_cut_.has(arc.edge)) continue;
            from = n;
            first = arc;
            break;
        }
    }
}

/// The way above a key node, led anew, or the part below or above dropped.
bool Search::move_path(Node n) {
    start_removal();
    seeds_.push_back(n);
    remove_way(n, {tree_.up(n), tree_.by(n), 0});
    if (!find_parts()) return false;
    if (drop_part()) return true;
    if (!bridge_parts(removed_cost_)) return false;
    apply();
    return true;
}

/// A key node taken out with the ways around it.
bool Search::move_out(Node n) {
    start_removal();
    is_removed_.set(n);
    removed_.push_back(n);
    removed_cost_ = -prize(n);
    for (auto const& arc : g_.of(n))
        if (tree_.has(arc.head) && tree_.joins(arc, n)) remove_way(n, arc);
    if (removed_cost_ <= 0 || !find_parts() || !bridge_parts(removed_cost_)) return false;
    apply();
    return true;
}

/// Labels the nodes of all parts but the largest, looking through all of them in step.
bool Search::find_parts() {
    labelled_.wipe();
    parts_.resize(std::max(parts_.size(), seeds_.size()));
    std::vector<std::size_t> done(seeds_.size(), 0);
    for (std::uint32_t p = 0; p < seeds_.size(); ++p) {
        parts_[p].assign(1, seeds_[p]);
        labelled_.set(seeds_[p]);
        label_[seeds_[p]] = p;
    }
    std::size_t open = seeds_.size(), rounds = 0;
    big_ = 0;
    while (open > 1) {
        for (std::uint32_t p = 0; p < seeds_.size() && open > 1; ++p) {
            if (done[p] == parts_[p].size()) continue;
            Node const n = parts_[p][done[p]++];
            meter_->left -= static_cast<std::int64_t>(g_.of(n).size());
            for (auto const& arc : g_.of(n)) {
                if (!tree_.has(arc.head) || !tree_.joins(arc, n) || is_cut_.has(arc.edge)) continue;
                if (labelled_.has(arc.head)) continue;
                labelled_.set(arc.head);
                label_[arc.head] = p;
                parts_[p].push_back(arc.head);
            }
            if (done[p] == parts_[p].size()) --open;
        }
        if (++rounds > most_part_) return false;
    }
    for (std::uint32_t p = 0; p < seeds_.size(); ++p)
        if (done[p] < parts_[p].size()) big_ = p;
    return true;
}

/// Drops the part that was looked through when it is worth less than its way.
bool Search::drop_part() {
    std::uint32_t const small = 1 - big_;
    Cost worth = 0;
    for (Node const n : parts_[small]) {
        if (in_.must(n)) return false;
        worth += prize(n);
        for (auto const& arc : g_.of(n))
            if (arc.head < n && labelled_.has(arc.head) && label_[arc.head] == small && tree_.joins(arc, n))
                worth -= cost(arc.edge);
    }
    if (worth >= removed_cost_) return false;
    Node const hold = seeds_[big_];
    auto gone = removed_;
    gone.insert(gone.end(), parts_[small].begin(), parts_[small].end());
    tree_.lift(hold);
    for (Node const n : gone) tree_.cut(n);
    for (Node const n : gone) tree_.remove(n);
    tree_.stand(hold);
    trim(hold);
    return true;
}

std::uint32_t Search::part_root(std::uint32_t part) {
    while (joined_[part] != part) part = joined_[part] = joined_[joined_[part]];
    return part;
}

/// One node's arcs in the spreading of all small parts at once.
void Search::spread(Node n, Cost at) {
    auto const part = label_[n];
    settled_.set(n);
    meter_->left -= static_cast<std::int64_t>(g_.of(n).size());
    for (auto const& arc : g_.of(n)) {
        Node const h = arc.head;
        Cost const step = at + cost(arc.edge);
        if (tree_.has(h) && !is_removed_.has(h)) {
            if (step < dearest_ && part_of(h) != part) bridge(step, {n, h, arc.edge});
            continue;
        }
        if (settled_.has(h)) {
            if (label_[h] != part && step + near_[h] < dearest_) bridge(step + near_[h], {n, h, arc.edge});
            continue;
        }
        Cost const way = std::max(at, step - prize(h));
        if (way + least_edge_ >= dearest_ || (near_set_.has(h) && near_[h] <= way)) continue;
        near_set_.set(h);
        near_[h] = way;
        label_[h] = part;
        back_[h] = n;
        back_by_[h] = arc.edge;
        queue_.push(way, h);
        --meter_->left;
    }
}

void Search::bridge(Cost at, Bridge found) {
    bridges_.push(at, found);
    --meter_->left;
    if (seeds_.size() == 2) dearest_ = at; // only the cheapest one counts
}

/// Cheapest bridges between all parts, in all below a cost; ways over nodes outside count their prizes.
bool Search::bridge_parts(Cost below) {
    near_set_.wipe();
    settled_.wipe();
    queue_.clear();
    bridges_.clear();
    chosen_.clear();
    dearest_ = below - (static_cast<Cost>(seeds_.size()) - 2) * least_edge_; // the others cost something too
    joined_.resize(seeds_.size());
    std::iota(joined_.begin(), joined_.end(), 0U);
    auto missing = static_cast<Cost>(seeds_.size()) - 1;
    for (std::uint32_t p = 0; p < seeds_.size(); ++p)
        if (p != big_)
            for (Node const n : parts_[p]) spread(n, 0);
    Cost sum = 0;
    std::size_t spread_nodes = 0;
    while (missing > 0) {
        Cost const at = queue_.empty() ? closed : queue_.top().first;
        Cost const next = std::min(at, bridges_.empty() ? closed : bridges_.top().first);
        if (next == closed || sum + next * missing >= below) return false;
        if (!bridges_.empty() && bridges_.top().first <= at) {
            auto const [value, bridge] = bridges_.pop();
            auto const a = part_root(part_of(bridge.from)), b = part_root(part_of(bridge.to));
            if (a == b) continue;
            joined_[a] = b;
            sum += value;
            --missing;
            chosen_.push_back(bridge);
            continue;
        }
        auto const [d, n] = queue_.pop();
        if (d != near_[n] || settled_.has(n)) continue;
        if (++spread_nodes > most_spread_) return false;
        spread(n, d);
    }
    return sum < below;
}

/// Links the nodes from an end of a bridge back to its part.
void Search::lay(Node n) {
    while (!tree_.has(n)) {
        tree_.add(n);
        fresh_.push_back(n);
        n = back_[n];
    }
    while (!fresh_.empty()) {
        Node const x = fresh_.back();
        fresh_.pop_back();
        tree_.link(x, back_[x], back_by_[x]);
    }
}

void Search::apply() {
    auto const ends = seeds_;
    for (Edge const e : removed_edges_) {
        auto const& ends_of = g_.edges[e];
        tree_.cut(tree_.by(ends_of.a) == e ? ends_of.a : ends_of.b);
    }
    for (Node const n : removed_) tree_.remove(n);
    for (auto const& bridge : chosen_) {
        lay(bridge.from);
        lay(bridge.to);
        tree_.link(bridge.from, bridge.to, bridge.edge);
    }
    for (Node const n : ends) trim(n);
}

} // namespace phusong::solve::pcst

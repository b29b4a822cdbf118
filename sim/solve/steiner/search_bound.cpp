#include "sim/solve/steiner/price_out.h"
#include "sim/solve/steiner/raise_again.h"
#include "sim/solve/steiner/search.h"
#include <algorithm>

namespace phusong::solve {

using geo::say;

void Search::raise_bound(Cost rest) {
    Cost const next = std::min(best_.cost, now_.fixed_cost + rest);
    if (next <= bound_) return;
    bound_ = next;
    tell(say("cây {}, cận dưới {}", "tree {}, lower bound {}", best_.cost, bound_));
}

/// Takes out what was found needless and reduces what is left.
void Search::shrink() {
    constexpr std::size_t reach = 60; // nodes looked at for each edge
    ascent_.reset();
    branching_.reset();
    now_ = reduce(std::move(now_), drop_, reach, meter_);
    drop_.assign(now_.graph.edges.size(), 0);
    dropped_ = 0;
    longer_.clear();
    auto const& t = now_.terminals;
    if (t.list.size() < 2) offer(now_, {});
    // With all better trees gone the terminals may have come apart.
    std::vector<Node> queue{t.list.front()};
    std::vector<char> seen(now_.graph.nodes());
    seen[queue.front()] = 1;
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (Arc const& arc : now_.graph.of(queue[i]))
            if (!seen[arc.head]) {
                seen[arc.head] = 1;
                queue.push_back(arc.head);
            }
    bool const apart = std::any_of(t.list.begin(), t.list.end(), [&](Node n) { return !seen[n]; });
    if (t.list.size() < 2 || apart) bound_ = best_.cost;
    meter_.add(queue.size());
}

/// The best tree's edges, as far as they are left.
std::vector<Edge> Search::best_in(Reduced const& part) const {
    std::vector<char> has(given_.edges.size());
    for (Edge const e : best_.edges) has[e] = 1;
    return restrict_tree(part, has);
}

/// `guided`: in the order that the best tree suggests.
void Search::start_ascent(Node root, bool guided) {
    root_ = root;
    ascent_ = std::make_unique<DualAscent>(now_.graph, std::span<Cost const>{}, root, now_.terminals.list);
    if (guided) ascent_->follow(best_in(now_));
    if (!ascent_->ascend(meter_)) {
        bound_ = best_.cost;
        return;
    }
    raise_bound(ascent_->bound());
    offer(now_, saturated_tree(now_.graph, now_.terminals, root, *ascent_, meter_));
}

/// Marks the edges that no better tree can have, by the present dual solution, and shrinks when they are many.
void Search::take_out() {
    Cost const cap = best_.cost - now_.fixed_cost - ascent_->bound();
    if (cap <= 0) bound_ = best_.cost;
    if (proven()) return;
    longer_ = detours(now_.graph, now_.terminals, root_, *ascent_, cap, meter_);
    for (Edge e = 0; e < longer_.size(); ++e)
        if (longer_[e] >= cap && !drop_[e]) {
            drop_[e] = 1;
            ++dropped_;
        }
}

/// Another root. Of a large problem, on which the bound is not raised far afterwards, the higher ascent is kept.
void Search::ascend_anew(bool guided) {
    auto old = std::move(ascent_);
    Node const old_root = root_;
    auto const& list = now_.terminals.list;
    start_ascent(list[dice_.below(static_cast<std::uint32_t>(list.size()))], guided && large());
    if (proven()) return;
    take_out();
    if (proven() || !large() || !old || old->bound() <= ascent_->bound()) return;
    ascent_ = std::move(old);
    root_ = old_root;
    ascent_->leave_out(drop_);
}

/// From several roots, every other one guided.
void Search::ascend_some() {
    constexpr int roots = 4;
    auto const spent = meter_.spent;
    for (int i = 0; i < roots && !over(); ++i) {
        ascend_anew(i % 2 == 0);
        if ((meter_.spent - spent) * 10 > meter_.limit) break; // large problems: leave work for the trees
    }
}

/// Ascents from several roots: each takes away other edges. Ends when little more goes.
void Search::ascend_from_roots() {
    for (int round = 0; round < 8 && !over(); ++round) {
        auto const before = now_.graph.edges.size();
        ascend_some();
        if (proven()) return;
        bool const much = dropped_ * 20 > before;
        if (much) {
            shrink();
            if (proven()) return;
            start_ascent(now_.terminals.list.front(), large());
            if (proven()) return;
            take_out();
        }
        set_core();
        for (int i = 0; i < 4 && !over(); ++i) new_start();
        merge_some();
        if (!much) break;
    }
}

/// Local search on the dual solution, and what follows from a higher bound. False when nothing rose.
bool Search::raise_again(int trials) {
    bool const rose = raise_neighbourhoods(*ascent_, now_.graph, trials, best_.cost - now_.fixed_cost, dice_, meter_);
    if (rose) {
        raise_bound(ascent_->bound());
        if (proven()) return true;
    }
    auto const before = dropped_;
    if (rose) take_out();
    if (!proven() && dropped_ != before) ascent_->leave_out(drop_);
    if (proven() || dropped_ * 4 < now_.graph.edges.size()) return true;
    shrink();
    if (proven()) return true;
    start_ascent(now_.terminals.list.front(), large());
    if (!proven()) take_out();
    if (!proven()) set_core();
    return true;
}

/// One step of branch and bound on what is left.
void Search::branch() {
    if (!branching_) branching_ = std::make_unique<Branching>(now_, bound_, given_.edges.size());
    for (auto const& tree : branching_->step(best_.cost, dice_, meter_)) offer_given(tree);
    bound_ = std::max(bound_, std::min(best_.cost, branching_->bound()));
}

/// The part in which trees are looked for: all, or of a large problem the edges with the least detours.
void Search::set_core() {
    std::vector<std::vector<char>> had;
    for (auto const& tree : pool_) {
        std::vector<char> has(given_.edges.size());
        for (Edge const e : core_.fixed) has[e] = 1;
        for (Edge const e : tree.edges)
            for (Edge const part : core_.of(e)) has[part] = 1;
        had.push_back(std::move(has));
    }
    had.emplace_back(given_.edges.size());
    for (Edge const e : best_.edges) had.back()[e] = 1;
    auto drop = drop_;
    std::size_t const left = longer_.size() - dropped_;
    if (left > core_room && !longer_.empty()) {
        std::vector<Cost> sorted(longer_);
        std::nth_element(sorted.begin(), sorted.begin() + core_room, sorted.end());
        for (Edge e = 0; e < longer_.size(); ++e) drop[e] = drop[e] != 0 || longer_[e] > sorted[core_room];
        for (auto const& has : had)
            for (Edge const e : restrict_tree(now_, has)) drop[e] = 0;
    }
    local_.reset();
    core_ = reduce(now_, drop, 0, meter_);
    local_ = std::make_unique<LocalSearch>(core_.graph, core_.terminals);
    cutter_ = std::make_unique<WindowCutter>(core_.graph, core_.terminals);
    window_at_.assign(core_.graph.nodes(), 0);
    pool_.clear();
    if (core_.terminals.list.size() < 2) return;
    for (auto const& has : had)
        keep(local_->tidier().tidy(core_.graph, core_.terminals, restrict_tree(core_, has), meter_));
}

} // namespace phusong::solve

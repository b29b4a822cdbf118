#include "sim/solve/steiner/search.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {

/// Starts from a tree that is known.
void Search::begin_with(std::vector<Edge> const& tree, std::int64_t work) {
    meter_.limit = work;
    best_ = whole_.tidy(given_, terminals_, tree, meter_);
}

/// Of some nodes of the tree the one that was in a window longest ago.
Node Search::window_centre(Tree const& tree) {
    Node best = nothing;
    for (int i = 0; i < 4; ++i) {
        auto const& ends = core_.graph.edges[tree.edges[dice_.below(static_cast<std::uint32_t>(tree.edges.size()))]];
        Node const n = dice_.below(2) == 0 ? ends.a : ends.b;
        if (best == nothing || window_at_[n] < window_at_[best]) best = n;
    }
    return best;
}

/// Solves a window by itself, as far as some looks at each of its edges lead, and puts the outcome into the tree.
/// Windows solved to the end may grow, others shrink.
void Search::solve_window(Tree& tree, Window window) {
    constexpr std::int64_t looks = 200;
    Search inner(window.graph, window.terminals, {.seed = dice_.next(), .iterations = {}, .progress = {}});
    inner.within_window_ = true;
    inner.begin_with(window.tree, looks * static_cast<std::int64_t>(window.graph.edges.size()));
    Cost const before = inner.best_.cost;
    inner.construct();
    inner.run();
    meter_.spent += inner.meter_.spent;
    window_edges_ *= inner.proven() ? 1.05 : 0.95;
    if (inner.best_.cost >= before) return;
    auto edges = std::move(window.outside);
    for (Edge const e : inner.best_.edges) edges.push_back(window.given[e]);
    auto next = local_->tidier().tidy(core_.graph, core_.terminals, edges, meter_);
    if (next.cost < tree.cost) tree = std::move(next);
}

/// Betters the pool's best tree window by window until some work is done. It keeps its place in the pool: its many
/// stages would crowd out the others.
void Search::solve_windows(std::int64_t work) {
    if (pool_.empty()) return;
    auto& tree =
        *std::min_element(pool_.begin(), pool_.end(), [](Tree const& x, Tree const& y) { return x.cost < y.cost; });
    for (auto const until = meter_.spent + work; meter_.spent < until && !over() && !tree.edges.empty();) {
        ++iterations_;
        constexpr double least = 100;
        auto const most = std::max(least, static_cast<double>(core_.graph.edges.size()) / 8);
        window_edges_ = std::clamp(window_edges_, least, most);
        double const edges = window_edges_ * std::exp2(2 * dice_.share() - 1);
        auto window = cutter_->around(tree, window_centre(tree), static_cast<std::size_t>(edges), meter_);
        ++windows_;
        for (Edge const e : window.tree)
            for (auto const& ends = core_.graph.edges[window.given[e]]; Node const n : {ends.a, ends.b})
                window_at_[n] = windows_;
        if (window.terminals.size() < 2 || window.tree.empty()) continue;
        solve_window(tree, std::move(window));
        offer(core_, tree.edges);
    }
}

} // namespace phusong::solve

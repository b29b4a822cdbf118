#include "sim/solve/steiner/search.h"
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/few_terminals.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {

using geo::say;

namespace {

/// Arcs looked at with effort 5: about 10 s on up to 2·10^5 edges. One step of effort doubles it; larger graphs get
/// more, up to four times. Looks at a small graph are quicker, for it lies in the processor's cache.
std::int64_t work_limit(Graph const& g, int effort) {
    auto const edges = static_cast<double>(g.edges.size());
    auto const size = edges < 2e5 ? std::clamp(std::pow(3e4 / edges, 0.4), 1.0, 1.7) : std::min(edges / 2e5, 4.0);
    return static_cast<std::int64_t>(280e6 / 16 * size) << (effort - 1);
}

} // namespace

Search::Search(Graph const& given, std::span<Node const> terminals, Work const& work)
    : given_(given), terminals_(given.nodes(), terminals), work_(work),
      whole_(given.nodes()), dice_{work.seed * 0x9e3779b97f4a7c15ULL},
      iterations_limit_(work.iterations.value_or(std::numeric_limits<std::int64_t>::max())) {
    meter_.limit = work_limit(given, work.effort);
}

void Search::tell(geo::Message const& stage) const {
    geo::tell(work_.progress, stage,
              std::min(1.0, static_cast<double>(meter_.spent) / static_cast<double>(meter_.limit)));
}

/// Whether the tree is the best so far.
bool Search::offer(Reduced const& in, std::vector<Edge> const& tree) {
    Cost cost = in.fixed_cost;
    for (Edge const e : tree) cost += in.graph.edges[e].cost;
    if (tree.empty() && in.terminals.list.size() > 1) return false;
    return cost < best_.cost && offer_given(expand(in, tree));
}

bool Search::offer_given(std::vector<Edge> const& edges) {
    auto next = whole_.tidy(given_, terminals_, edges, meter_);
    if (next.cost >= best_.cost) return false;
    best_ = std::move(next);
    tell(say("cây {}, cận dưới {}", "tree {}, lower bound {}", best_.cost, bound_));
    return true;
}

void Search::construct() {
    auto first = whole_.tidy(given_, terminals_, mehlhorn(given_, terminals_, meter_), meter_);
    mehlhorn_ = first.cost;
    if (first.cost < best_.cost) best_ = std::move(first);
    tell(say("cây đầu tiên {}", "first tree {}", best_.cost));
    now_ = unreduced(given_, terminals_.list);
    drop_.assign(given_.edges.size(), 0);
    shrink();
    if (proven()) return;
    auto const& t = now_.terminals;
    offer(now_, nearest_first(now_.graph, t, t.list.front(), meter_));
    start_ascent(t.list.front(), false);
    take_out();
}

/// Proves what few terminals allow to be proved.
void Search::solve_small() {
    if (!few_terminals_fit(now_.graph, now_.terminals, meter_.limit / 4)) return;
    offer(now_, few_terminals(now_.graph, now_.terminals, meter_));
    bound_ = best_.cost;
}

/// Local search of the best tree in all that is left of the problem, not only in the core.
void Search::search_whole() {
    LocalSearch search(now_.graph, now_.terminals);
    auto tree = search.tidier().tidy(now_.graph, now_.terminals, best_in(now_), meter_);
    if (tree.cost == unreachable) return;
    search.improve(tree, meter_);
    offer(now_, tree.edges);
}

/// What a way to better trees has given for its work, lately.
struct Search::Yield {
    std::int64_t work = 0; ///< in all
    double gain = 0, effort = 1;
    [[nodiscard]] double rate() const { return gain / effort; }
    void fade() {
        gain /= 2;
        effort /= 2;
    }
};

template <class Act> void Search::spend(Yield& on, Act const& act) {
    auto const work = meter_.spent;
    auto const cost = best_.cost;
    act();
    on.work += meter_.spent - work;
    on.effort += static_cast<double>(meter_.spent - work);
    on.gain += static_cast<double>(cost - best_.cost);
}

/// Trees, windows, bound and branching take turns so that each gets its share of the work; of trees and windows the one
/// that gives more for its work gets more.
void Search::share_work() {
    Yield bounds, trees, branches, windows;
    double window_share = 4;
    bool anew = false;
    for (bool rising = true; !over();) {
        bool const branching = now_.graph.edges.size() <= few_edges && !(branching_ && branching_->full());
        bool const windows_next =
            use_windows() && static_cast<double>(windows.work) < window_share * static_cast<double>(trees.work);
        if (!anew && large() && meter_.spent > meter_.limit / 2) {
            anew = true; // the better the tree, the better the order that it suggests
            spend(bounds, [&] { ascend_some(); });
        } else if (rising && bounds.work * 6 < trees.work * 4 + (large() ? windows.work : 0))
            spend(bounds, [&] { rising = raise_again(24); });
        else if (branching && branches.work < trees.work)
            spend(branches, [&] { branch(); });
        else if (windows_next) {
            windows.fade();
            spend(windows, [&] { solve_windows(meter_.limit / 40); });
            window_share =
                std::clamp(windows.rate() > trees.rate() ? 2 * window_share : window_share / 2, 1.0 / 16, 8.0);
            trees.fade();
        } else {
            spend(trees, [&] {
                if (core_.terminals.list.size() < 2) meter_.add(meter_.limit / 50); // the bound may still rise
                new_start();
                merge_some();
            });
        }
    }
}

/// A first good tree before the ascents from other roots: the better the tree, the more they take away.
void Search::search_early() {
    set_core();
    if (!use_windows()) return;
    new_start();
    solve_windows(meter_.limit / 10);
    if (!proven()) take_out();
}

void Search::run() {
    if (proven()) return;
    solve_small();
    if (proven()) return;
    search_whole();
    take_out();
    if (!proven()) search_early();
    if (proven()) return;
    ascend_from_roots();
    share_work();
    if (!proven() && core_.graph.edges.size() != now_.graph.edges.size()) {
        meter_.limit += meter_.limit / 8;
        search_whole();
    }
}

SteinerTree Search::result() const {
    return {.edges = best_.edges,
            .cost = best_.cost,
            .bound = std::min(bound_, best_.cost),
            .iterations = iterations_,
            .mehlhorn_cost = mehlhorn_,
            .nodes_reduced = now_.graph.nodes(),
            .edges_reduced = static_cast<Edge>(now_.graph.edges.size())};
}

} // namespace phusong::solve

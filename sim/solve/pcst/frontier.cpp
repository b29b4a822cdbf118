#include "geo/problem.h"
#include "sim/solve/pcst/fit.h"
#include "sim/solve/pcst/multiplier.h"
#include "sim/solve/pcst/within.h"
#include <algorithm>

namespace phusong::solve {

using pcst::Fitter, pcst::Multiplier, pcst::cost_floor, pcst::hull_edge, pcst::looks_of;

namespace {

/// The dearest tree that is worth looking at: all prizes that can be had, as cheaply as found.
FrontierPoint dearest(Multiplier& at) { return at.solve(1, at.all_costs() + 1).tree; }

FrontierPoint least(Multiplier& at) {
    auto const& problem = at.problem();
    return problem.root || !problem.terminals.empty() ? at.solve(1, 0).tree : at.cheapest();
}

void between(Multiplier& at, FrontierPoint const& low, FrontierPoint const& high, std::vector<FrontierPoint>& out,
             int depth) {
    Cost const per_cost = high.prize - low.prize, per_prize = high.edge_cost - low.edge_cost;
    if (depth == 0 || at.looks() <= 0 || per_cost <= 0 || per_prize <= 0) return;
    auto const tree = at.solve(per_cost, per_prize).tree;
    if (tree.edge_cost <= low.edge_cost || tree.edge_cost >= high.edge_cost || tree.prize <= low.prize ||
        tree.prize >= high.prize)
        return;
    between(at, low, tree, out, depth - 1);
    out.push_back(tree);
    between(at, tree, high, out, depth - 1);
}

} // namespace

std::vector<FrontierPoint> frontier(PcstProblem const& problem, Work const& work) {
    constexpr int most_depth = 8; // at most 255 trees between the ends
    Multiplier at(problem, looks_of(work), work);
    at.share(0.05);
    auto const low = least(at), high = dearest(at);
    std::vector<FrontierPoint> out{low};
    between(at, low, high, out, most_depth);
    if (high.prize > low.prize) out.push_back(high);
    return out;
}

QuotaTree solve_quota(PcstProblem const& problem, Cost prize, Work const& work) {
    using geo::say;
    Multiplier at(problem, looks_of(work), work);
    at.share(0.15);
    Fitter fitter(problem, work.seed);
    auto const low = least(at), high = dearest(at);
    if (high.prize < prize)
        throw geo::InputError(
            {{"", say("không cây nào tìm được có đủ giá trị đã đòi", "no tree was found with as much prize as asked"),
              say("đòi ít hơn", "ask for less")}});
    FrontierPoint best = high;
    Cost floor = 0;
    auto const see = [&](FrontierPoint tree) {
        if (tree.prize < prize) return;
        fitter.trim_to_quota(tree, prize);
        if (tree.edge_cost < best.edge_cost) best = std::move(tree);
    };
    see(high);
    see(low);
    auto const hull = hull_edge(at, low, high, [prize](FrontierPoint const& p) { return p.prize < prize; });
    for (auto const& priced : hull.tried) {
        floor = std::max(floor, cost_floor(priced, at.all_prizes(), prize));
        see(priced.tree);
    }
    auto const tree = tree_of(problem, best.edges, best.node);
    return {tree.nodes, tree.edges, best.edge_cost, best.prize, std::min(floor, best.edge_cost), at.solves()};
}

} // namespace phusong::solve

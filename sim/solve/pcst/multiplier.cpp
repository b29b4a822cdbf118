#include "sim/solve/pcst/multiplier.h"
#include "sim/solve/pcst/within.h"
#include <algorithm>

namespace phusong::solve::pcst {

namespace {

__extension__ using Wide = __int128; // products of two sums

/// Rounded up; `by` is positive.
Wide divided_up(Wide value, Cost by) { return value >= 0 ? (value + by - 1) / by : -(-value / by); }

} // namespace

Multiplier::Multiplier(PcstProblem const& problem, std::int64_t looks, Work const& work)
    : problem_(problem), work_(work), looks_(looks) {
    for (Cost const p : problem.prizes) all_prizes_ += p;
    for (auto const& e : problem.graph.edges) all_costs_ += e.cost;
}

FrontierPoint Multiplier::point(std::vector<Edge> edges, Node node) const {
    auto const tree = tree_of(problem_, std::move(edges), node);
    return {tree.edge_cost, all_prizes_ - tree.prizes_lost, tree.edges, node};
}

Priced Multiplier::solve(Cost per_cost, Cost per_prize) {
    Wide const most = (Wide{1} << 59) / (problem_.graph.nodes() + 3); // the solver's own limit
    Cost const cost_was = per_cost, prize_was = per_prize;
    while (Wide{per_cost} * (all_costs_ + 1) + Wide{per_prize} * (all_prizes_ + 1) > most &&
           (per_cost > 1 || per_prize > 1)) {
        per_cost = std::max<Cost>(per_cost / 2, cost_was > 0);
        per_prize = std::max<Cost>(per_prize / 2, prize_was > 0);
    }
    auto edges = problem_.graph.edges;
    for (auto& e : edges) e.cost *= per_cost;
    PcstProblem priced{make_graph(problem_.graph.nodes(), std::move(edges)), problem_.prizes, problem_.terminals,
                       problem_.root};
    for (auto& p : priced.prizes) p *= per_prize;
    auto part = static_cast<std::int64_t>(static_cast<double>(looks_) * share_);
    looks_ -= part + static_cast<std::int64_t>(problem_.graph.edges.size());
    auto const tree = solve_within(priced, part, work_);
    looks_ += part;
    ++solves_;
    return {per_cost, per_prize, tree.lower_bound, point(tree.edges, tree.nodes.front())};
}

FrontierPoint Multiplier::cheapest() const {
    auto const best = std::ranges::max_element(problem_.prizes);
    return point({}, static_cast<Node>(best - problem_.prizes.begin()));
}

Cost prize_ceiling(Priced const& priced, Cost all_prizes, Cost budget) {
    if (priced.per_prize == 0) return all_prizes;
    auto const lost = divided_up(Wide{priced.floor} - Wide{priced.per_cost} * budget, priced.per_prize);
    return lost <= 0 ? all_prizes : static_cast<Cost>(all_prizes - lost);
}

Cost cost_floor(Priced const& priced, Cost all_prizes, Cost prize) {
    if (priced.per_cost == 0) return 0;
    auto const cost = divided_up(Wide{priced.floor} - Wide{priced.per_prize} * (all_prizes - prize), priced.per_cost);
    return cost <= 0 ? 0 : static_cast<Cost>(cost);
}

} // namespace phusong::solve::pcst

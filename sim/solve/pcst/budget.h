#pragma once
#include "sim/solve/pcst/pcst.h"

namespace phusong::solve {

/// A tree of largest prize among those that cost no more than a budget.
struct BudgetTree {
    std::vector<Node> nodes; ///< ascending, at least one
    std::vector<Edge> edges; ///< ascending
    Cost edge_cost = 0, prize = 0;
    Cost upper_bound = 0; ///< no tree within the budget has more prize
    std::int64_t iterations = 0;
};

/// A tree that no other beats in both cost and prize, as far as known.
struct FrontierPoint {
    Cost edge_cost = 0, prize = 0;
    std::vector<Edge> edges;
    Node node = 0; ///< one of the tree's
    friend bool operator==(FrontierPoint const&, FrontierPoint const&) = default;
};

/// Work:   `effort` 5 takes some seconds on 10^4 edges; it is shared by all multipliers that are tried.
/// Errors: InputError when nodes that must be in the tree are not connected, when connecting them costs more than the
///         budget, or when sums are too large.
/// Source: Lagrangean relaxation of the budget, each multiplier a prize-collecting problem; see docs/models.md.
[[nodiscard]] BudgetTree solve_budgeted(PcstProblem const& problem, Cost budget, Work const& work);

/// The same the other way round: a tree of least cost among those with at least `prize` prize.
struct QuotaTree {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    Cost edge_cost = 0, prize = 0;
    Cost lower_bound = 0; ///< no tree with so much prize costs less
    std::int64_t iterations = 0;
};
[[nodiscard]] QuotaTree solve_quota(PcstProblem const& problem, Cost prize, Work const& work);

/// Cost against prize: the trees that some price of money makes best, by ascending cost and prize.
[[nodiscard]] std::vector<FrontierPoint> frontier(PcstProblem const& problem, Work const& work);

} // namespace phusong::solve

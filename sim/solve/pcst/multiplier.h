#pragma once
#include "sim/solve/pcst/budget.h"

namespace phusong::solve::pcst {

/// A price for money and one for prizes, and the tree that they make best.
struct Priced {
    Cost per_cost = 0, per_prize = 0; ///< every tree has per_cost · cost + per_prize · lost ≥ floor
    Cost floor = 0;
    FrontierPoint tree;
};

/// Solves a problem under chosen prices.
class Multiplier {
  public:
    Multiplier(PcstProblem const& problem, std::int64_t looks, Work const& work);

    /// Ratios count: both prices are made smaller together where sums would not fit.
    [[nodiscard]] Priced solve(Cost per_cost, Cost per_prize);

    [[nodiscard]] Cost all_prizes() const { return all_prizes_; }
    [[nodiscard]] Cost all_costs() const { return all_costs_; }
    [[nodiscard]] FrontierPoint point(std::vector<Edge> edges, Node node) const;
    [[nodiscard]] FrontierPoint cheapest() const; ///< the best node by itself, for where nothing must be in
    [[nodiscard]] std::int64_t looks() const { return looks_; }
    void share(double part) { share_ = part; } ///< of the looks left that one solve may take
    [[nodiscard]] std::int64_t solves() const { return solves_; }
    [[nodiscard]] PcstProblem const& problem() const { return problem_; }

  private:
    PcstProblem const& problem_;
    Work work_;
    std::int64_t looks_, solves_ = 0;
    double share_ = 0.1;
    Cost all_prizes_ = 0, all_costs_ = 0;
};

/// Most prize within `budget` that a floor allows, and least cost of at least `prize` (never negative).
[[nodiscard]] Cost prize_ceiling(Priced const& priced, Cost all_prizes, Cost budget);
[[nodiscard]] Cost cost_floor(Priced const& priced, Cost all_prizes, Cost prize);

/// The edge of the hull of all (cost, prize) over one cost or prize: two trees, before and after, and what was learnt
/// on the way. `before` says whether a tree lies before it.
struct HullEdge {
    FrontierPoint low, high;
    std::vector<Priced> tried;
};
template <class Before> HullEdge hull_edge(Multiplier& at, FrontierPoint low, FrontierPoint high, Before before) {
    constexpr int most_solves = 20;
    HullEdge out{std::move(low), std::move(high), {}};
    for (int i = 0; i < most_solves && at.looks() > 0; ++i) {
        Cost const per_cost = out.high.prize - out.low.prize, per_prize = out.high.edge_cost - out.low.edge_cost;
        if (per_cost <= 0 || per_prize <= 0) break;
        auto found = at.solve(per_cost, per_prize);
        auto const worth = [&](FrontierPoint const& p) { // rounding the prices down changes which is better
            return static_cast<double>(found.per_prize) * static_cast<double>(p.prize) -
                   static_cast<double>(found.per_cost) * static_cast<double>(p.edge_cost);
        };
        bool const beyond = worth(found.tree) > std::max(worth(out.low), worth(out.high));
        auto const tree = found.tree;
        out.tried.push_back(std::move(found));
        if (!beyond || tree == out.low || tree == out.high) break;
        (before(tree) ? out.low : out.high) = tree;
    }
    return out;
}

} // namespace phusong::solve::pcst

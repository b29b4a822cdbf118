#pragma once
#include "geo/progress.h"
#include "sim/rollout/rollout.h"
#include "sim/targets/indicator.h"
#include <span>
#include <vector>

namespace phusong {

struct Groundwork;
struct Outcome;

/// What would close the gap of one goal that the plan misses.
struct GoalGap {
    GoalResult goal;      ///< as the plan leaves it
    bool movable = false; ///< candidates that the plan left would change its figure
    bool closed = false;  ///< by `projects`
    /// Besides those of the plan, each in the first year in which it can be built. Where nothing closes the gap: all
    /// that bring something that the goal counts.
    std::vector<Project> projects;
    double value = 0; ///< of the goal's year, with them
};

/// One per goal that is known and missed, in the order of the goals. The candidates that the plan left are put in order
/// by what the goal counts (people with a first signal, villages, people with 4G or 5G, lines to homes) per VND of
/// their life, each seeing what those before it reached; the shortest part of that order with which the goal is reached
/// is the bundle, and of several orders the cheapest one's. No budget and no crew holds them back. Greedy: there may be
/// a cheaper bundle. `outcome`: of run_on, on the same ground.
/// Threads: OpenMP over goals; the result does not depend on their number.
[[nodiscard]] std::vector<GoalGap> goal_gaps(Groundwork const& ground, World const& world, Scenario const& scenario,
                                             Outcome const& outcome, geo::Progress const& progress = {});

/// Goals as they would stand with these projects besides those of the outcome's plan. Indicators that look at second
/// ways are unknown.
[[nodiscard]] std::vector<GoalResult> goals_with(Groundwork const& ground, World const& world, Scenario const& scenario,
                                                 Outcome const& outcome, std::vector<Goal> const& goals,
                                                 std::span<Project const> more);

/// Capex of all and what each purse would pay: of the operators and the public once, and public money a year.
struct BundlePrice {
    double capex_vnd = 0, operators_vnd = 0, public_vnd = 0, public_vnd_per_year = 0;
};
[[nodiscard]] BundlePrice price_of(std::vector<Project> const& projects, Candidates const& candidates);

} // namespace phusong

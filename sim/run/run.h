#pragma once
#include "geo/progress.h"
#include "sim/run/outcome.h"

namespace phusong {

/// Called once per year, base year first, with that year's maps (which are not kept).
using OnMaps = std::function<void(int year, SignalMaps const& maps)>;

/// What options have in common that differ in money, policy and take-up alone: the base year, and what could be built.
struct Groundwork {
    PointSignals points; ///< of the base year, as the rest
    std::vector<VillageSignal> villages;
    Survey survey;
};
/// Signals of the standing sites where somebody lives and at halls: at_points of their maps, without the maps.
[[nodiscard]] PointSignals base_points(World const& world, Scenario const& scenario,
                                       geo::Progress const& progress = {});
/// `base`: base_points, or at_points of the base year's maps.
[[nodiscard]] Groundwork lay_groundwork(World const& world, Scenario const& scenario, PointSignals base,
                                        geo::Progress const& progress = {});

/// What is reckoned besides projects, money, coverage, subscribers and goals: `everything` is the fibre tree and what
/// hangs on it, loads of sites, draws of subscribers, what would close gaps, and the bound of a greedy plan. Without
/// it, indicators that look at second ways are unknown.
enum class Extent : bool { goals_and_money, everything };

/// What would be missed had nothing been built; for the policy that needs it, else nothing.
[[nodiscard]] OpenGoals open_goals_without_plan(Groundwork const& ground, World const& world, Scenario const& scenario,
                                                std::vector<Goal> const& goals, Outcome const& outcome);

/// One option on its ground, from take-up to goals. Needs no map: later years are what projects bring to people and
/// halls. `known`: the plan, where it was made before of the same; else it is made.
[[nodiscard]] Outcome run_on(Groundwork const& ground, World const& world, Scenario const& scenario,
                             std::vector<Goal> const& goals, Extent extent, geo::Progress const& progress = {},
                             std::optional<Plan> known = {});

/// Everything, and the maps of every year for `on_maps`. Here and in run_on stands the order of the stages.
[[nodiscard]] Outcome run(World const& world, Scenario const& scenario, OnMaps const& on_maps = {},
                          geo::Progress const& progress = {});

} // namespace phusong

#pragma once
#include "geo/progress.h"
#include "sim/run/outcome.h"
#include "sim/study/uncertain.h"
#include <vector>

namespace phusong::study {

/// The plan as it stands, at `finance.cost_draws` draws (Latin hypercube) of those uncertain keys that money hangs on
/// and that may change after the plan: prices, power, take-up, finance. Draws under which the base year could not be
/// what it is are left out and counted, and the key that the cost follows most is named. Empty without such keys. The
/// same draws as a study of one option with as many, the same keys and a fixed plan.
[[nodiscard]] CostDraws cost_draws(World const& world, Scenario const& scenario, std::vector<Uncertain> uncertain,
                                   Outcome const& planned, geo::Progress const& progress = {});

/// The most that a purse lacks at the end of a year; 0 when it is enough.
[[nodiscard]] double short_vnd(std::vector<PurseYear> const& purse);

} // namespace phusong::study

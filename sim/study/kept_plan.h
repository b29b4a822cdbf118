#pragma once
#include "geo/progress.h"
#include "sim/run/run.h"
#include "sim/world/read.h"

namespace phusong::study {

/// run_on, goals and money alone. The plan of a solver that takes its time is taken from the store if this very program
/// left it there for the same keys and files, and is left there else; the greedy one is made anew. The outcome is the
/// same either way. A store that cannot be read or written is no error.
[[nodiscard]] Outcome run_on_kept_plan(Groundwork const& ground, World const& world, Scenario const& scenario,
                                       std::vector<Goal> const& goals, Store const& store,
                                       geo::Progress const& progress = {});

} // namespace phusong::study

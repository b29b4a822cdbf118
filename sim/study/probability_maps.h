#pragma once
#include "sim/radio/coverage_probability.h"
#include "sim/study/results.h"
#include "sim/study/shared_ground.h"

namespace phusong::study {

/// Share of an option's draws in which each cell is served in the last year, each draw by its probability
/// (served_draws).
struct ProbabilityMaps {
    std::size_t draws = 0;                             ///< those that did not fail
    std::array<geo::Raster, receptions.size()> served; ///< 0 … 1; NaN as in served_draws
};

/// What the maps of several options share: the world and its standing signals, each kept until an option needs others.
struct MapGround {
    SharedGround shared;
    std::string standing_is; ///< everything that `standing` depends on
    StandingSignals standing;
    /// Both are there afterwards, and with `for_later` in the store. Errors: InputError and FileError of a world that
    /// cannot be read.
    void lay(Scenario const& scenario, Store const& store, bool for_later, geo::Progress const& progress);
};

/// Of what the journal says that each draw has built: no plan is made anew. `ground`: what the option before stood on.
/// Errors:  InputError and FileError of a world that cannot be read; InputError when draws lie on different grids.
/// Threads: as served_draws; the result does not depend on their number.
[[nodiscard]] ProbabilityMaps probability_maps(Results const& results, std::size_t option, MapGround& ground,
                                               Store const& store, geo::Progress const& progress = {});

} // namespace phusong::study

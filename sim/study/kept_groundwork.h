#pragma once
#include "geo/progress.h"
#include "sim/radio/coverage_probability.h"
#include "sim/run/run.h"
#include "sim/world/read.h"

namespace phusong::study {

/// The groundwork of the scenario: taken from the store if an earlier study of this very program left it there, else
/// laid and, with `keep`, left there. The file is named by a hash of the program, of every key that the groundwork
/// depends on and of every file that those name; a damaged one is dropped. docs/formats.md describes it.
/// Errors: FileError of a store that cannot be written.
[[nodiscard]] Groundwork groundwork(World const& world, Scenario const& scenario, Store const& store, bool keep,
                                    geo::Progress const& progress = {});

/// The same for what the standing transmitters of the world give to maps of probability; a store that cannot be written
/// is no error here, since results are all there when it is asked.
[[nodiscard]] StandingSignals standing_on_maps(World const& world, Scenario const& scenario, Store const& store,
                                               bool keep, geo::Progress const& progress = {});

} // namespace phusong::study

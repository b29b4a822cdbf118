#pragma once
#include "geo/progress.h"
#include "sim/run/outcome.h"

namespace phusong {

/// Called once per year, base year first, with that year's maps (which are not kept).
using OnMaps = std::function<void(int year, SignalMaps const& maps)>;

/// The only place that knows the order of the stages and holds the loop over years.
[[nodiscard]] Outcome run(World const& world, Scenario const& scenario, OnMaps const& on_maps = {},
                          geo::Progress const& progress = {});

} // namespace phusong

#pragma once
#include "geo/io/vector_file.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <vector>

namespace phusong {

/// The layers of plan.gpkg: communes, villages, sites, links, phases. Every layer says in its last column which of the
/// data behind it are synthetic.
[[nodiscard]] std::vector<geo::io::OutLayer> plan_layers(World const& world, Scenario const& scenario,
                                                         Outcome const& outcome);

} // namespace phusong

#pragma once
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace phusong {

/// What the layers may be off by, as studies draw it: people and households of all communes, villages and cells times
/// `world.people_factor`; with a number in `world.site_error_draw`, sites that are made up stand off their place by a
/// normal error of `world.site_error_m` each way, the same for the same seed, draw and place in the table. A site stays
/// where it was when it would leave the map.
void apply_data_errors(World& world, Scenario const& scenario);

} // namespace phusong

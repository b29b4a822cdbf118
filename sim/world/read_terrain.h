#pragma once
#include "sim/world/read.h"
#include "sim/world/reading.h"

namespace phusong {

/// Fills in world.terrain_m: from rasters, or made from the spot heights (taken from `store` when it was made before).
/// Errors: Problems are noted in `reading` when communes have no terrain at all.
void read_terrain(Reading& reading, std::vector<SpotHeight> const& spots, Store const& store);

/// The checks of read_terrain that need no pixels: something is given, headers are sound, rasters touch the grid.
void check_terrain(Reading& reading, std::vector<SpotHeight> const& spots);

/// Fills in world.people from the villages or the population raster. Needs terrain and commune_of_cell.
void read_people(Reading& reading);
void check_people(Reading& reading);

} // namespace phusong

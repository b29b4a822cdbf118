#pragma once
#include "sim/world/read.h"
#include "sim/world/reading.h"

namespace phusong {

/// Fills in world.terrain_m: from rasters, or made from the spot heights (taken from `store` when it
/// was made before and its checksum agrees).
/// Errors: Problems are noted in `reading` when communes have no terrain at all.
void read_terrain(Reading& reading, TerrainFacts const& facts, Store const& store);

/// A Problem when the header is unsound or its box does not touch the grid's. Reads no pixels.
void check_raster(Reading& reading, InputPath const& file);

/// The checks of read_terrain that need no pixels: something is given, and each raster passes check_raster.
void check_terrain(Reading& reading, TerrainFacts const& facts);

/// Fills in world.clutter_m and world.radio_zone, where they are given.
/// Errors: Problems are noted in `reading`: heights that nothing has, codes that are none, each with place and count.
void read_ground_cover(Reading& reading);
/// The checks of read_ground_cover that need no pixels.
void check_ground_cover(Reading& reading);

/// Fills in world.people from the villages or the population raster. Needs terrain and commune_of_cell.
void read_people(Reading& reading);
void check_people(Reading& reading);

} // namespace phusong

#pragma once
#include "geo/io/raster_file.h"
#include "sim/world/reading.h"
#include <vector>

namespace phusong {

/// What a header says about one terrain file, and the key that named it.
struct TerrainFile {
    InputPath input;
    geo::io::RasterFacts facts;
};

/// Communes of which less than half has terrain, and those with a village hall that has none, are told in one Problem;
/// smaller gaps are counted in a note. Needs terrain, commune_of_cell and the villages.
void check_cover(Reading& reading);

/// The same rule by the boxes of the files alone, which are never smaller than what the files hold: what is told here
/// would be told by check_cover too, after all pixels have been read. Needs boundaries and the villages.
void check_boxes(Reading& reading, std::vector<TerrainFile> const& files);

/// A note, also in the layer's provenance, for each file whose pixels are much coarser than the map's cells.
void note_coarse(Reading& reading, std::vector<TerrainFile> const& files);

} // namespace phusong

#pragma once
#include "geo/io/raster_source.h"
#include <vector>

namespace phusong::geo::io {

/// Counts laid onto the cells of a grid: how many, and which share of each cell the sources cover.
struct SpreadCounts {
    std::vector<double> count, covered_share; ///< per cell
};

/// Spreads every source cell's value evenly over the grid cells that it overlaps: the source cell is cut into pieces no
/// larger than a grid cell, each piece is an upright box, and a box gives each cell the share of its area inside.
/// The sum over the overlap is kept whatever the shapes are; what falls outside the grid is left out. A cell of a later
/// source counts only where no earlier source has a value at its centre.
/// Errors: InputError (a block cannot be read, a count is negative).
/// Threads: none; fixed order, so the same bits every time.
[[nodiscard]] SpreadCounts spread_counts(std::vector<RasterSource> const& sources, Grid const& grid,
                                         OGRSpatialReference const& grid_reference);

} // namespace phusong::geo::io

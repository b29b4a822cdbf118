#pragma once
#include "geo/io/raster_source.h"
#include <vector>

namespace phusong::geo::io {

/// The part of a raster of counts that may touch a grid, read into memory.
struct CountWindow {
    RasterSource const* source = nullptr;
    int first_col = 0, first_row = 0, cols = 0, rows = 0;
    std::vector<double> values; ///< row-major, NaN where nothing is known

    [[nodiscard]] double at(int row, int col) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(cols) + static_cast<std::size_t>(col)];
    }
    /// Place of the corner of a cell, in the source's own reference system; halves give centres.
    [[nodiscard]] double x(double col) const {
        return source->geotransform[0] + source->geotransform[1] * (first_col + col);
    }
    [[nodiscard]] double y(double row) const {
        return source->geotransform[3] + source->geotransform[5] * (first_row + row);
    }
    /// Whether a count is known at a place in the source's own reference system.
    [[nodiscard]] bool knows(double x, double y) const;
};

/// Errors: InputError when a block cannot be read or a count is negative.
[[nodiscard]] CountWindow read_count_window(RasterSource const& source, Grid const& grid,
                                            OGRSpatialReference const& grid_reference);

/// Which cells of `later` have their centre where one of `earlier` has a value, row-major.
[[nodiscard]] std::vector<bool> known_already(CountWindow const& later, std::vector<CountWindow> const& earlier);

} // namespace phusong::geo::io

#pragma once
#include "geo/grid.h"
#include <Eigen/Core>
#include <cmath>
#include <limits>

namespace phusong::geo {

template <class T> using Array2D = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

inline constexpr float no_data = std::numeric_limits<float>::quiet_NaN();

/// One float32 value per cell of `grid`, NaN where nothing is known. Shape (rows, cols), row 0 northernmost.
struct Raster {
    Grid grid;
    Array2D<float> values;

    Raster() = default;
    explicit Raster(Grid const& g, float fill = no_data)
        : grid(g), values(Array2D<float>::Constant(g.rows, g.cols, fill)) {}
    [[nodiscard]] float at(std::uint32_t cell) const { return values.data()[cell]; }
    [[nodiscard]] float& at(std::uint32_t cell) { return values.data()[cell]; }
};

/// Value at a point by bilinear interpolation between the four nearest cell centres.
/// Errors: NaN outside the outermost cell centres or where any of the four is NaN.
[[nodiscard]] float bilinear(Raster const& raster, XY p);

/// Steepness of heights at a cell, metres per metre, between its neighbours each way; at the edge of the grid the cell
/// itself stands for the neighbour that is missing. Errors: NaN where one of them is.
[[nodiscard]] double slope(Raster const& height_m, int row, int col);

} // namespace phusong::geo

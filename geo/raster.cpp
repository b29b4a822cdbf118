#include "geo/raster.h"
#include <algorithm>

namespace phusong::geo {

float bilinear(Raster const& raster, XY p) {
    Grid const& g = raster.grid;
    double const col = (p.x_m - g.west_m) / g.cell_m - 0.5, row = (g.north_m - p.y_m) / g.cell_m - 0.5;
    if (!(col >= 0 && row >= 0 && col <= g.cols - 1 && row <= g.rows - 1)) return no_data;
    int const c = std::min(static_cast<int>(col), std::max(g.cols - 2, 0));
    int const r = std::min(static_cast<int>(row), std::max(g.rows - 2, 0));
    int const c1 = std::min(c + 1, g.cols - 1), r1 = std::min(r + 1, g.rows - 1);
    auto const fx = static_cast<float>(col - c), fy = static_cast<float>(row - r);
    auto const& v = raster.values;
    float const top = v(r, c) + fx * (v(r, c1) - v(r, c)), bottom = v(r1, c) + fx * (v(r1, c1) - v(r1, c));
    return top + fy * (bottom - top);
}

double slope(Raster const& height_m, int row, int col) {
    auto const& v = height_m.values;
    Grid const& g = height_m.grid;
    int const north = std::max(row - 1, 0), south = std::min(row + 1, g.rows - 1);
    int const west = std::max(col - 1, 0), east = std::min(col + 1, g.cols - 1);
    double const dy = static_cast<double>(v(north, col) - v(south, col)) / (g.cell_m * std::max(1, south - north));
    double const dx = static_cast<double>(v(row, east) - v(row, west)) / (g.cell_m * std::max(1, east - west));
    return std::hypot(dx, dy);
}

} // namespace phusong::geo

#include "geo/raster.h"

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

} // namespace phusong::geo

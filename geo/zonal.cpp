#include "geo/zonal.h"
#include <algorithm>
#include <cmath>

namespace phusong::geo {
namespace {

/// Part of a grid that a polygon can touch, in rows and columns, end exclusive.
struct Window {
    int row0, row1, col0, col1;
};

Window window(Polygon const& polygon, Grid const& grid) {
    Box const box = bounds({{polygon}});
    auto const clamp = [](double value, int high) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(high)));
    };
    return {clamp(std::floor((grid.north_m - box.north_m) / grid.cell_m) - 1, grid.rows),
            clamp(std::ceil((grid.north_m - box.south_m) / grid.cell_m) + 1, grid.rows),
            clamp(std::floor((box.west_m - grid.west_m) / grid.cell_m) - 1, grid.cols),
            clamp(std::ceil((box.east_m - grid.west_m) / grid.cell_m) + 1, grid.cols)};
}

using Crossings = std::vector<std::vector<double>>; ///< for each row of a window, where rings cross its centre line

void add_crossings(Ring const& ring, Grid const& grid, Window const& w, Crossings& crossings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        XY const a = ring[i], b = ring[j];
        double const north = std::max(a.y_m, b.y_m), south = std::min(a.y_m, b.y_m);
        double const top = (grid.north_m - north) / grid.cell_m - 1;
        int const first = static_cast<int>(std::clamp(top, static_cast<double>(w.row0), static_cast<double>(w.row1)));
        for (int row = first; row < w.row1; ++row) {
            double const y = grid.north_m - (row + 0.5) * grid.cell_m;
            if (y < south) break;
            if ((a.y_m > y) != (b.y_m > y)) // the same rule as contains()
                crossings[static_cast<std::size_t>(row - w.row0)].push_back(
                    (b.x_m - a.x_m) * (y - a.y_m) / (b.y_m - a.y_m) + a.x_m);
        }
    }
}

/// First column whose centre is at or east of `x`.
int column_from(double x, Grid const& grid, Window const& w) {
    double const col = std::ceil((x - grid.west_m) / grid.cell_m - 0.5);
    return static_cast<int>(std::clamp(col, static_cast<double>(w.col0), static_cast<double>(w.col1)));
}

/// Calls run(row, first column, end column) for every stretch of cells whose centres lie in the polygon.
template <class Run> void scan(Polygon const& polygon, Grid const& grid, Run const& run) {
    if (polygon.outer.size() < 3) return;
    Window const w = window(polygon, grid);
    if (w.row1 <= w.row0) return;
    Crossings crossings(static_cast<std::size_t>(w.row1 - w.row0));
    add_crossings(polygon.outer, grid, w, crossings);
    for (auto const& hole : polygon.holes)
        if (hole.size() >= 3) add_crossings(hole, grid, w, crossings);
    for (int row = w.row0; row < w.row1; ++row) {
        auto& xs = crossings[static_cast<std::size_t>(row - w.row0)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
            int const first = column_from(xs[k], grid, w), end = column_from(xs[k + 1], grid, w);
            if (first < end) run(row, first, end);
        }
    }
}

} // namespace

Array2D<std::int32_t> zone_of_cell(std::vector<MultiPolygon> const& shapes, Grid const& grid) {
    Array2D<std::int32_t> zone = Array2D<std::int32_t>::Constant(grid.rows, grid.cols, outside);
    for (std::size_t i = 0; i < shapes.size(); ++i)
        for (auto const& polygon : shapes[i])
            scan(polygon, grid, [&](int row, int first, int end) {
                for (int col = first; col < end; ++col)
                    if (zone(row, col) == outside) zone(row, col) = static_cast<std::int32_t>(i);
            });
    return zone;
}

} // namespace phusong::geo

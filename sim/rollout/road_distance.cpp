#include "sim/rollout/places.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {
namespace {

void mark_line(std::vector<float>& distance_m, geo::Grid const& grid, geo::Polyline const& line) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const a = line[i - 1], b = line[i];
        int const steps = std::max(1, static_cast<int>(std::ceil(geo::distance_m(a, b) / grid.cell_m)));
        for (int k = 0; k <= steps; ++k) {
            double const t = static_cast<double>(k) / steps;
            if (auto const cell = grid.cell_at({std::lerp(a.x_m, b.x_m, t), std::lerp(a.y_m, b.y_m, t)}))
                distance_m[*cell] = 0;
        }
    }
}

/// One pass of the two-pass distance transform: `step` = 1 from the north-west, −1 from the south-east.
void sweep(std::vector<float>& distance_m, geo::Grid const& grid, int step) {
    auto const straight = static_cast<float>(grid.cell_m);
    auto const diagonal = static_cast<float>(grid.cell_m * std::sqrt(2.0));
    int const first_row = step > 0 ? 0 : grid.rows - 1, first_col = step > 0 ? 0 : grid.cols - 1;
    for (int r = first_row; r >= 0 && r < grid.rows; r += step) {
        for (int c = first_col; c >= 0 && c < grid.cols; c += step) {
            auto& here = distance_m[grid.index(r, c)];
            auto const through = [&](int row, int col, float length) {
                if (grid.contains(row, col)) here = std::min(here, distance_m[grid.index(row, col)] + length);
            };
            through(r, c - step, straight);
            through(r - step, c, straight);
            through(r - step, c - step, diagonal);
            through(r - step, c + step, diagonal);
        }
    }
}

} // namespace

// Source: Borgefors 1986, chamfer distance with weights 1 and √2 (at most 8 % over the straight distance).
std::vector<float> road_distance_m(World const& world) {
    std::vector<float> distance_m(world.grid.size(), std::numeric_limits<float>::infinity());
    for (auto const& edge : world.roads.edges) mark_line(distance_m, world.grid, edge.line);
    sweep(distance_m, world.grid, 1);
    sweep(distance_m, world.grid, -1);
    return distance_m;
}

} // namespace phusong

#include "sim/world/synthetic_terrain.h"
#include "geo/parallel.h"
#include "geo/problem.h"
#include "sim/world/krige.h"
#include "sim/world/relief.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr double correction_cell_m = 250; ///< lattice on which the known heights bend the relief

/// What spots do not tell, because people live low.
double lift(Mountains const& m, double nearest_spot_m) {
    if (!(m.lift_m > 0)) return 0;
    return m.lift_m * (1 - std::exp(-std::pow(nearest_spot_m / m.lift_distance_m, 2)));
}

struct Bounds {
    double low_m, high_m;
};

/// Heights within this distance of a bound are bent towards it instead of being cut there: no plateaus. Valley floors
/// come out flatter than slopes, as they are.
constexpr double soft_summit_m = 200, soft_floor_m = 100;

double bend(double height, Bounds const& b) {
    double const over = (height - (b.high_m - soft_summit_m)) / soft_summit_m;
    double const under = (b.low_m + soft_floor_m - height) / soft_floor_m;
    if (over > 0) return b.high_m - soft_summit_m + soft_summit_m * over / (1 + over);
    if (under > 0) return b.low_m + soft_floor_m - soft_floor_m * under / (1 + under);
    return height;
}

/// The inverse of `bend`, so that the terrain, once bent, passes through a spot.
double unbend(double height, Bounds const& b) {
    double const over = (height - (b.high_m - soft_summit_m)) / soft_summit_m;
    double const under = (b.low_m + soft_floor_m - height) / soft_floor_m;
    if (over > 0) return b.high_m - soft_summit_m + soft_summit_m * over / (1 - over);
    if (under > 0) return b.low_m + soft_floor_m - soft_floor_m * under / (1 - under);
    return height;
}

Bounds bounds_of(std::vector<SpotHeight> const& spots, Mountains const& mountains) {
    auto const [low, high] = std::minmax_element(spots.begin(), spots.end(),
                                                 [](auto const& a, auto const& b) { return a.height_m < b.height_m; });
    return {low->height_m - mountains.lowest_below_m, high->height_m + mountains.highest_above_m};
}

geo::Box box_around(std::vector<SpotHeight> const& spots, geo::Grid const& grid) {
    geo::Box box{grid.west_m, grid.north_m - grid.rows * grid.cell_m, grid.west_m + grid.cols * grid.cell_m,
                 grid.north_m};
    for (auto const& spot : spots)
        box = {std::min(box.west_m, spot.xy.x_m), std::min(box.south_m, spot.xy.y_m), std::max(box.east_m, spot.xy.x_m),
               std::max(box.north_m, spot.xy.y_m)};
    return box;
}

/// The coarse lattice under `grid`, on whole multiples of its cell, so that every resolution bends alike.
geo::Grid correction_grid(geo::Grid const& grid) {
    double const s = correction_cell_m;
    double const west = std::floor(grid.west_m / s) * s - 2 * s, north = std::ceil(grid.north_m / s) * s + 2 * s;
    auto const count = [&](double length) { return static_cast<int>(std::ceil(length / s)) + 2; };
    return {west, north, s, count(north - grid.north_m + grid.rows * grid.cell_m),
            count(grid.west_m - west + grid.cols * grid.cell_m)};
}

/// What must be added to the relief: the kriged difference at the spots, and the lift.
geo::Array2D<double> corrections(Kriging const& kriging, Mountains const& mountains, geo::Grid const& coarse) {
    geo::Array2D<double> out(coarse.rows, coarse.cols);
    geo::parallel_for(coarse.rows, 4, [&](std::ptrdiff_t i) {
        auto const row = static_cast<int>(i);
        for (int col = 0; col < coarse.cols; ++col) {
            auto const estimate = kriging.at(coarse.centre(row, col));
            out(row, col) = estimate.value + lift(mountains, estimate.nearest_m);
        }
    });
    return out;
}

/// Catmull-Rom interpolation: smooth, and exact at the lattice points. `p` lies two cells inside the lattice.
double smooth(geo::Array2D<double> const& values, geo::Grid const& grid, geo::XY p) {
    double const col = (p.x_m - grid.west_m) / grid.cell_m - 0.5, row = (grid.north_m - p.y_m) / grid.cell_m - 0.5;
    int const c = static_cast<int>(std::floor(col)), r = static_cast<int>(std::floor(row));
    auto const cubic = [](double a, double b, double d, double e, double t) {
        return b + 0.5 * t * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)));
    };
    double line[4];
    for (int k = 0; k < 4; ++k) {
        double const* v = &values(r - 1 + k, c - 1);
        line[k] = cubic(v[0], v[1], v[2], v[3], col - c);
    }
    return cubic(line[0], line[1], line[2], line[3], row - r);
}

std::vector<Known> differences(std::vector<SpotHeight> const& spots, Relief const& relief, Bounds const& bounds) {
    std::vector<Known> out;
    for (auto const& spot : spots) out.push_back({spot.xy, unbend(spot.height_m, bounds) - relief.at(spot.xy)});
    return out;
}

} // namespace

geo::Raster synthetic_terrain(std::vector<SpotHeight> const& spots, Mountains const& mountains, geo::Grid const& grid,
                              int seed) {
    if (spots.size() < 3)
        throw geo::InputError(
            {{"synthetic_terrain",
              geo::say("chỉ có {} điểm độ cao; cần ít nhất 3", "only {} spot heights; at least 3 are needed",
                       spots.size()),
              geo::say("thêm điểm vào bảng world.spot_heights hoặc dùng DEM thật ở world.terrain",
                       "add points to the table world.spot_heights, or give a real DEM in world.terrain")}});
    Relief const relief(mountains.scales, static_cast<std::uint64_t>(seed), box_around(spots, grid));
    Bounds const bounds = bounds_of(spots, mountains);
    geo::Grid const coarse = correction_grid(grid);
    double const nugget_m2 = mountains.spot_error_m * mountains.spot_error_m;
    auto const correction =
        corrections(Kriging(differences(spots, relief, bounds), mountains.scales, nugget_m2), mountains, coarse);
    geo::Raster out(grid);
    geo::parallel_for(grid.rows, 8, [&](std::ptrdiff_t i) {
        auto const row = static_cast<int>(i);
        for (int col = 0; col < grid.cols; ++col) {
            geo::XY const p = grid.centre(row, col);
            out.values(row, col) = static_cast<float>(bend(relief.at(p) + smooth(correction, coarse, p), bounds));
        }
    });
    return out;
}

} // namespace phusong

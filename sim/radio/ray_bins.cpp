#include "sim/radio/ray_bins.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

constexpr double turn = 2 * std::numbers::pi;

/// Calls visit(cell, offset from `centre`, distance) for every wanted cell of the circle, row by row.
template <class Visit>
void each_in_circle(geo::Grid const& g, CellMask const& wanted, geo::XY centre, double radius_m, Visit visit) {
    auto const clip = [](double v, int size) {
        return static_cast<int>(std::clamp(v, 0.0, static_cast<double>(size)));
    };
    int const top = clip((g.north_m - centre.y_m - radius_m) / g.cell_m, g.rows);
    int const bottom = clip((g.north_m - centre.y_m + radius_m) / g.cell_m + 1, g.rows);
    int const left = clip((centre.x_m - radius_m - g.west_m) / g.cell_m, g.cols);
    int const right = clip((centre.x_m + radius_m - g.west_m) / g.cell_m + 1, g.cols);
    for (int row = top; row < bottom; ++row)
        for (int col = left; col < right; ++col) {
            std::uint32_t const cell = g.index(row, col);
            if (wanted[cell] == 0) continue;
            geo::XY const p = g.centre(row, col), offset{p.x_m - centre.x_m, p.y_m - centre.y_m};
            double const d = std::sqrt(offset.x_m * offset.x_m + offset.y_m * offset.y_m);
            if (d <= radius_m) visit(cell, offset, d);
        }
}

} // namespace

geo::XY RayBins::direction(std::size_t ray) const {
    double const angle = turn * static_cast<double>(ray) / static_cast<double>(rays());
    return {std::cos(angle), std::sin(angle)};
}

RayBins bin_by_ray(geo::Grid const& grid, CellMask const& wanted, geo::XY centre, double radius_m) {
    auto const rays = static_cast<std::size_t>(std::max(8.0, std::ceil(turn * radius_m / grid.cell_m)));
    struct Found {
        RayBins::Pixel pixel;
        std::uint32_t ray;
    };
    std::vector<Found> found;
    RayBins out;
    out.first.assign(rays + 1, 0);
    each_in_circle(grid, wanted, centre, radius_m, [&](std::uint32_t cell, geo::XY offset, double d) {
        double const angle = std::atan2(offset.y_m, offset.x_m) / turn * static_cast<double>(rays);
        auto const ray = static_cast<std::uint32_t>(std::lround(angle < 0 ? angle + static_cast<double>(rays) : angle));
        found.push_back({{cell, static_cast<float>(d)}, ray % static_cast<std::uint32_t>(rays)});
        ++out.first[found.back().ray + 1];
    });
    for (std::size_t r = 0; r < rays; ++r) out.first[r + 1] += out.first[r];
    out.pixels.resize(found.size());
    std::vector<std::uint32_t> next(out.first.begin(), out.first.end() - 1);
    for (auto const& f : found) out.pixels[next[f.ray]++] = f.pixel;
    return out;
}

} // namespace phusong

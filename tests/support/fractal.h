#pragma once
#include "geo/random.h"
#include "geo/raster.h"
#include <algorithm>
#include <cmath>

namespace phusong::test {

/// Seeded mountains by midpoint displacement (diamond-square), steep as karst: 60 to about 2,400 m, mean slope about
/// 22° at 90 m. Shape (side, side), side = 2^levels + 1, or the north-western part of it.
inline geo::Raster fractal_mountains(int levels, double cell_m, std::uint64_t seed, int keep = 0) {
    int const side = (1 << levels) + 1;
    geo::Raster out({.west_m = 412000, .north_m = 2547000, .cell_m = cell_m, .rows = side, .cols = side}, 0);
    auto& h = out.values;
    auto const draw = [&](int r, int c) {
        return geo::uniform({seed, 5, static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(c)}) - 0.5;
    };
    auto const at = [&](int r, int c) {
        return static_cast<double>(h(std::clamp(r, 0, side - 1), std::clamp(c, 0, side - 1)));
    };
    double const whole_m = cell_m * (side - 1);
    for (int half = (side - 1) / 2; half >= 1; half /= 2) {
        double const swing =
            1.2 * std::pow(std::min(2 * half * cell_m, 8000.0) / whole_m, 0.82) * std::pow(whole_m, 0.82);
        for (int r = half; r < side; r += 2 * half)
            for (int c = half; c < side; c += 2 * half)
                h(r, c) = static_cast<float>((at(r - half, c - half) + at(r - half, c + half) + at(r + half, c - half) +
                                              at(r + half, c + half)) /
                                                 4 +
                                             swing * draw(r, c));
        for (int r = 0; r < side; r += half)
            for (int c = (r / half % 2 == 0) ? half : 0; c < side; c += 2 * half)
                h(r, c) = static_cast<float>(
                    (at(r - half, c) + at(r + half, c) + at(r, c - half) + at(r, c + half)) / 4 + swing * draw(r, c));
    }
    float const low = h.minCoeff();
    h = (h - low) + 60;
    if (keep > 0) {
        out.grid.rows = out.grid.cols = keep;
        out.values = geo::Array2D<float>(h.topLeftCorner(keep, keep));
    }
    return out;
}

} // namespace phusong::test

#pragma once
#include "sim/radio/sweep/frame.h"
#include <cstdint>
#include <vector>

namespace phusong {

/// The cells of a window, each with the ray that passes nearest: ray k leaves at azimuth k · 2π / rays.
struct SweepBins {
    int rays = 0;                     ///< a multiple of 16
    std::vector<float> d_km;          ///< per cell of the window, row-major
    std::vector<std::uint32_t> first; ///< rays + 1: where each ray's cells begin
    std::vector<std::uint32_t> cells; ///< row · 65536 + column in the window
    std::vector<float> reach_km;      ///< per sixteen rays: the farthest of their cells
};

/// Shapes:  `wanted` has one byte per cell of the grid (`grid_cols` wide), or is null: all.
/// Errors:  std::invalid_argument when the window is wider than 65535 cells or needs more than 65520 rays.
void bin_by_ray(SweepBins& bins, SweepFrame const& frame, double radius_km, int rays, std::uint8_t const* wanted,
                int grid_cols);

/// Rays so dense that two are at most one cell apart at the radius, times `density`.
[[nodiscard]] int ray_count(SweepFrame const& frame, double radius_km, double density);

} // namespace phusong

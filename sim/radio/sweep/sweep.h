#pragma once
#include "sim/radio/sweep/bins.h"
#include "sim/radio/sweep/path_loss.h"
#include "sim/radio/sweep/trace.h"
#include <span>

namespace phusong {

/// What a sweep looks at, besides the antenna.
struct SweepGround {
    SweepTerrain terrain;                 ///< under the rays
    float const* height_m = nullptr;      ///< ground of the output grid's cells, row-major
    std::uint8_t const* wanted = nullptr; ///< one byte per cell of the output grid; null = all
    int grid_cols = 0;

    [[nodiscard]] std::size_t cell(int row, int col) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_cols) + static_cast<std::size_t>(col);
    }
};

struct SweepAntenna {
    float ground_m = 0; ///< terrain at the antenna
    double radius_km = 0;
};

/// How finely a sweep looks.
struct SweepDetail {
    double ray_density = 1;  ///< 1: two rays are one cell apart at the radius
    double step_cells = 1;   ///< sample spacing, in cells of the output grid
    bool all_threads = true; ///< share the rays among the threads; false inside a loop that is parallel already
};

/// Path loss to every wanted cell within the radius, one per model (band): P.1812 along the nearest ray, with the
/// cell's own distance and ground. Shapes:  the models share antenna heights, climate and clutter; they differ in
/// frequency. Errors:  std::bad_alloc; std::invalid_argument as bin_by_ray, for a terrain under 2 × 2 cells and for a
/// model with clutter over a terrain without. Missing terrain is PathLoss::no_terrain. Threads: OpenMP over rays when
/// asked; the result does not depend on it.
[[nodiscard]] std::vector<PathLoss> sweep(SweepFrame const& frame, SweepGround const& ground,
                                          SweepAntenna const& antenna, std::span<SweepModel const> models,
                                          SweepDetail const& detail = {}, std::vector<std::uint8_t>* reasons = nullptr);

} // namespace phusong

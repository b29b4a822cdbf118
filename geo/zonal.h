#pragma once
#include "geo/polygon.h"
#include "geo/raster.h"
#include <cstdint>
#include <vector>

namespace phusong::geo {

inline constexpr std::int32_t outside = -1;

/// Which shape holds each cell's centre; `outside` where none does. Where shapes overlap, the lower index wins.
[[nodiscard]] Array2D<std::int32_t> zone_of_cell(std::vector<MultiPolygon> const& shapes, Grid const& grid);

/// Share of each cell, in [0, 1], that lies inside `shape`, by 4 × 4 sample points per cell.
struct CoveredCell {
    std::uint32_t cell;
    float share;
};
[[nodiscard]] std::vector<CoveredCell> covered_cells(MultiPolygon const& shape, Grid const& grid);

/// Sum of `raster` over each shape, edge cells counted by the share inside; NaN cells count as zero.
/// Threads: none; fixed order, so the same bits every time.
[[nodiscard]] std::vector<double> zonal_sums(std::vector<MultiPolygon> const& shapes, Raster const& raster);

} // namespace phusong::geo

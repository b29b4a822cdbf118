#pragma once
#include "geo/polygon.h"
#include "geo/raster.h"
#include <cstdint>
#include <vector>

namespace phusong::geo {

inline constexpr std::int32_t outside = -1;

/// Which shape holds each cell's centre; `outside` where none does. Where shapes overlap, the lower index wins.
[[nodiscard]] Array2D<std::int32_t> zone_of_cell(std::vector<MultiPolygon> const& shapes, Grid const& grid);

} // namespace phusong::geo

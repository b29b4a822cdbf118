#pragma once
#include "geo/raster.h"
#include "sim/scenario/technology.h"
#include <array>
#include <cstdint>

namespace phusong {

struct TechnologySignal {
    geo::Raster const* best_dbm = nullptr; ///< none = nobody sends it
    double threshold_dbm = 0;
};

/// Newest technology whose best server is at or above its threshold: 2 for 2G to 5 for 5G, 0 for none.
/// Shapes:  all rasters of one shape; at least one is given.
[[nodiscard]] geo::Array2D<std::uint8_t>
technology_class(std::array<TechnologySignal, technology_count> const& signals);

} // namespace phusong

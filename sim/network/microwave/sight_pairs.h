#pragma once
#include "sim/network/microwave/clearance.h"
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// A point with an antenna so high over its ground.
struct SightEnd {
    geo::XY xy;
    double height_m = 0;
};

struct SightPair {
    std::uint32_t a = 0, b = 0; ///< a < b
    friend bool operator==(SightPair, SightPair) = default;
};

/// All pairs of ends within `max_km` between which the ray clears the terrain: those for which `clears` says so, the
/// same decision for every pair. Ordered by a, then b. Ends at one point are no pair. Threads: OpenMP over ends; the
/// result does not depend on the thread count.
[[nodiscard]] std::vector<SightPair> sight_pairs(geo::Raster const& terrain_m, std::span<SightEnd const> ends,
                                                 double max_km, double frequency_ghz, ClearanceRules const& rules);

} // namespace phusong

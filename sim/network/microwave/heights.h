#pragma once
#include "sim/network/microwave/clearance.h"
#include <optional>
#include <span>

namespace phusong {

/// Heights of the two antennas over the ground.
struct AntennaHeights {
    double a_m = 0, b_m = 0;
    friend bool operator==(AntennaHeights, AntennaHeights) = default;
};

/// The lowest antennas that clear: least sum of heights, then least difference, then most room at the median state,
/// then the taller at `b`. Nothing when no pair of the heights clears, or terrain is missing. Units:  heights over
/// ground, ascending or not.
[[nodiscard]] std::optional<AntennaHeights> lowest_heights(HopProfile const& profile, std::span<double const> at_a_m,
                                                           std::span<double const> at_b_m, double frequency_ghz,
                                                           ClearanceRules const& rules);

} // namespace phusong

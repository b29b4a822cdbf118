#pragma once
#include "sim/network/microwave/link_budget.h"
#include <optional>
#include <vector>

namespace phusong {

/// Where a hop may hang: a point and the heights over its ground that an antenna may have there.
struct HopEnd {
    geo::XY xy;
    std::vector<double> heights_m;
};

/// What a hop must keep to.
struct HopRules {
    std::vector<LinkClass> classes;
    ClearanceRules clearance;
    HopClimate climate;
    double availability_share = 0; ///< asked of every hop
};

enum class HopFault : std::uint8_t { none, too_long, no_terrain, blocked, unavailable };

/// A hop as it would be built, or why it cannot be. Everything is as seen from `a` to `b`.
struct HopDesign {
    HopFault fault = HopFault::none;
    double length_km = 0;
    LinkClass radio; ///< the class with the least fault where there is one
    AntennaHeights heights;
    HopBudget budget;
    [[nodiscard]] bool works() const { return fault == HopFault::none; }
};

/// The classes are tried from the highest frequency that may be used at this length (there is more room in the
/// spectrum, antennas are smaller) to the lowest; the first that clears the terrain and is available as asked is taken,
/// on the lowest antennas that clear. The design from b to a is the same hop, the same bits.
[[nodiscard]] HopDesign design_hop(geo::Raster const& terrain_m, HopEnd const& a, HopEnd const& b,
                                   HopRules const& rules);

/// Heights up to a mast's top: those of the list that are lower, and the top itself.
[[nodiscard]] std::vector<double> heights_on_mast(std::vector<double> const& list_m, double mast_m);

} // namespace phusong

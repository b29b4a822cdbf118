#pragma once
#include "sim/network/microwave/design.h"
#include <span>

namespace phusong {

/// How hard to look for a relay. Counts of work, so that the same question has the same answer everywhere.
struct RelaySearch {
    double block_m = 900;      ///< ground is looked at in squares of this side, the highest cell of each is a candidate
    double detour_share = 1.5; ///< both hops together, at most, as a multiple of the straight line
    int tried = 60;            ///< candidates, those that stand highest over both rays first
    std::vector<double> heights_m; ///< of antennas at a relay
};

/// Two hops in place of one.
struct RelayDesign {
    geo::XY xy;
    HopDesign from_a, to_b; ///< a to relay, relay to b
    [[nodiscard]] double availability_share() const {
        return from_a.budget.availability_share * to_b.budget.availability_share;
    }
};

/// High ground on the way from a to b: highest cells of squares, best first. Grid cells only, no gaps.
[[nodiscard]] std::vector<geo::XY> relay_ground(geo::Raster const& terrain_m, geo::XY a, geo::XY b,
                                                RelaySearch const& search);

/// The first candidate of both hops that work, best by shortest antennas together among the candidates tried, then the
/// shorter way, then the lower x and y. Nothing when none does. `more` are candidates besides high ground, tried too.
[[nodiscard]] std::optional<RelayDesign> find_relay(geo::Raster const& terrain_m, HopEnd const& a, HopEnd const& b,
                                                    HopRules const& rules, RelaySearch const& search,
                                                    std::span<geo::XY const> more = {});

} // namespace phusong

#pragma once
#include "geo/nearest.h"
#include "sim/network/network.h"

namespace phusong {

/// Where a microwave hop may end: the existing sites, then the fibre nodes.
class HopEnds {
  public:
    explicit HopEnds(World const& world);
    struct End {
        geo::XY xy;
        std::string const* code;
    };
    std::vector<End> ends;
    geo::NearestIndex index;
};

/// First Fresnel radius, m. Source: Rec. ITU-R P.530-18, eq. (3): 17.3 sqrt(d1 d2 / (f d)).
[[nodiscard]] double fresnel_radius_m(double d1_km, double d2_km, double frequency_ghz);

/// One hop from the place to the nearest end in sight, priced; kind none when no end is.
[[nodiscard]] Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario,
                                  Place const& place);

} // namespace phusong

#pragma once
#include "geo/nearest.h"
#include "sim/network/network.h"

namespace phusong {

/// Where a microwave hop may end: the existing sites, then the fibre nodes.
class HopEnds {
  public:
    HopEnds(World const& world, Network const& network);
    struct End {
        geo::XY xy;
        double antenna_height_m; ///< the hub's, but never above an existing site's own mast
        std::string const* code;
    };
    std::vector<End> ends;
    geo::NearestIndex index;
};

/// One hop from the place to the nearest end in sight, priced; kind none when no end is.
[[nodiscard]] Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario,
                                  Place const& place);

} // namespace phusong

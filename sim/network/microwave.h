#pragma once
#include "geo/nearest.h"
#include "sim/network/microwave/relay.h"
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

/// What the scenario asks of hops. Without classes of radios there is one class, of the network's frequency and length,
/// that is not judged by availability.
[[nodiscard]] HopRules hop_rules(Scenario const& scenario);

/// How the scenario looks for relays.
[[nodiscard]] RelaySearch relay_search(Microwave const& microwave);

/// One hop from the place to the nearest end that it can have a hop to, else two hops by a relay, priced; kind none
/// when there is neither. A relay costs a site and its solar power besides its hops.
[[nodiscard]] Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario,
                                  Place const& place);

} // namespace phusong

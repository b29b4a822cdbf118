#include "sim/network/microwave.h"
#include "sim/network/line_of_sight.h"
#include <algorithm>

namespace phusong {

namespace {

/// An antenna cannot stand above the mast that carries it; at a fibre node the mast is still to be put up.
std::vector<HopEnds::End> all_ends(World const& world, Network const& network) {
    std::vector<HopEnds::End> out;
    for (auto const& s : world.sites)
        out.push_back({s.xy, std::min(s.mast_height_m, network.hub_mast_height_m), &s.code});
    for (auto const& f : world.fibre_nodes) out.push_back({f.xy, network.hub_mast_height_m, &f.code});
    return out;
}

geo::NearestIndex index_of(std::vector<HopEnds::End> const& ends) {
    std::vector<geo::XY> points;
    for (auto const& e : ends) points.push_back(e.xy);
    return geo::NearestIndex(points);
}

double hop_price_vnd(Prices const& prices, double length_km) {
    if (length_km <= prices.microwave_short_km) return prices.microwave_short_vnd;
    return length_km <= prices.microwave_medium_km ? prices.microwave_medium_vnd : prices.microwave_long_vnd;
}

} // namespace

HopEnds::HopEnds(World const& world, Network const& network) : ends(all_ends(world, network)), index(index_of(ends)) {}

Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario, Place const& place) {
    Network const& net = scenario.network;
    if (!(place.antenna_height_m > 0)) return {};
    auto const tried = static_cast<std::size_t>(net.microwave_ends_tried);
    for (std::size_t i : hop_ends.index.nearest(place.xy, tried)) {
        auto const& end = hop_ends.ends[i];
        double const length_km = geo::distance_m(place.xy, end.xy) / 1000;
        if (length_km > net.microwave_max_km) break;
        double const clear =
            fresnel_clearance(world.terrain_m, end.xy, end.antenna_height_m, place.xy, place.antenna_height_m,
                              net.microwave_frequency_ghz, scenario.radio.effective_earth_factor);
        if (!(clear >= net.fresnel_clear_share)) continue; // NaN, terrain missing on the way, is no sight either
        double const price = hop_price_vnd(scenario.prices, length_km);
        return {.kind = LinkKind::microwave,
                .length_km = length_km,
                .capex_vnd = price,
                .opex_vnd_per_year = price * scenario.prices.microwave_opex_share_per_year,
                .line = {end.xy, place.xy},
                .from = *end.code};
    }
    return {};
}

} // namespace phusong

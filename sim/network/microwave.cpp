#include "sim/network/microwave.h"
#include "geo/profile.h"
#include <cmath>
#include <limits>

namespace phusong {

namespace {

constexpr double earth_radius_km = 6371;
constexpr std::size_t ends_tried = 12; ///< nearest first: farther ones are seldom cheaper and never better in rain
constexpr double short_hop_km = 15, medium_hop_km = 30; ///< the classes of Prices::microwave_*_vnd

std::vector<HopEnds::End> all_ends(World const& world) {
    std::vector<HopEnds::End> out;
    for (auto const& s : world.sites) out.push_back({s.xy, &s.code});
    for (auto const& f : world.fibre_nodes) out.push_back({f.xy, &f.code});
    return out;
}

geo::NearestIndex index_of(std::vector<HopEnds::End> const& ends) {
    std::vector<geo::XY> points;
    for (auto const& e : ends) points.push_back(e.xy);
    return geo::NearestIndex(points);
}

double hop_price_vnd(Prices const& prices, double length_km) {
    if (length_km <= short_hop_km) return prices.microwave_short_vnd;
    return length_km <= medium_hop_km ? prices.microwave_medium_vnd : prices.microwave_long_vnd;
}

} // namespace

HopEnds::HopEnds(World const& world) : ends(all_ends(world)), index(index_of(ends)) {}

double fresnel_radius_m(double d1_km, double d2_km, double frequency_ghz) {
    return 17.3 * std::sqrt(d1_km * d2_km / (frequency_ghz * (d1_km + d2_km)));
}

double fresnel_clearance(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
                         double frequency_ghz, double effective_earth_factor) {
    auto const profile = geo::profile(terrain_m, a, b, terrain_m.grid.cell_m);
    auto const& h = profile.height_m;
    double const steps = static_cast<double>(h.size() - 1), d = profile.step_m * steps / 1000;
    double const from = h.front() + height_a_m, to = h.back() + height_b_m;
    if (std::isnan(from) || std::isnan(to)) return std::numeric_limits<double>::quiet_NaN();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i + 1 < h.size(); ++i) {
        if (std::isnan(h[i])) return std::numeric_limits<double>::quiet_NaN();
        double const share = static_cast<double>(i) / steps, d1 = d * share, d2 = d - d1;
        double const bulge_m = 500 * d1 * d2 / (effective_earth_factor * earth_radius_km);
        double const room_m = from + share * (to - from) - h[i] - bulge_m;
        least = std::min(least, room_m / fresnel_radius_m(d1, d2, frequency_ghz));
    }
    return least;
}

Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario, Place const& place) {
    Network const& net = scenario.network;
    if (!(place.antenna_height_m > 0)) return {};
    for (std::size_t i : hop_ends.index.nearest(place.xy, ends_tried)) {
        auto const& end = hop_ends.ends[i];
        double const length_km = geo::distance_m(place.xy, end.xy) / 1000;
        if (length_km > net.microwave_max_km) break;
        double const clear =
            fresnel_clearance(world.terrain_m, end.xy, net.hub_mast_height_m, place.xy, place.antenna_height_m,
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

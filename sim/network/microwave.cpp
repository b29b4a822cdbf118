#include "sim/network/microwave.h"
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

/// What all hops of one run have in common.
struct Hops {
    World const& world;
    Scenario const& scenario;
    HopRules rules;
    HopEnd place; ///< that wants to be connected

    [[nodiscard]] HopEnd at(HopEnds::End const& end) const {
        return {end.xy, heights_on_mast(scenario.microwave.antenna_heights_m, end.antenna_height_m)};
    }
    [[nodiscard]] Link designed(HopEnds::End const& end, std::vector<HopDesign> const& hops, geo::Polyline line) const;
    [[nodiscard]] std::optional<Link> direct(HopEnds::End const& end) const;
    [[nodiscard]] std::optional<Link> by_relay(HopEnds::End const& end) const;
};

Link Hops::designed(HopEnds::End const& end, std::vector<HopDesign> const& hops, geo::Polyline line) const {
    bool const reckoned = !scenario.microwave.class_ghz.empty();
    Link link{.kind = LinkKind::microwave, .line = std::move(line), .from = *end.code};
    link.availability_share = reckoned ? 1 : 0;
    for (auto const& hop : hops) {
        link.length_km += hop.length_km;
        link.availability_share *= hop.budget.availability_share;
        bool const first = &hop == &hops.front();
        link.capacity_mbps = first ? hop.radio.capacity_mbps : std::min(link.capacity_mbps, hop.radio.capacity_mbps);
    }
    return link;
}

std::optional<Link> Hops::direct(HopEnds::End const& end) const {
    auto const hop = design_hop(world.terrain_m, at(end), place, rules);
    if (!hop.works()) return std::nullopt;
    return priced_by(designed(end, {hop}, {end.xy, place.xy}), scenario);
}

std::optional<Link> Hops::by_relay(HopEnds::End const& end) const {
    auto const relay = find_relay(world.terrain_m, at(end), place, rules, relay_search(scenario.microwave));
    if (!relay) return std::nullopt;
    auto link = designed(end, {relay->from_a, relay->to_b}, {end.xy, relay->xy, place.xy});
    link.relay = Relay{relay->xy, std::max(relay->from_a.heights.b_m, relay->to_b.heights.a_m)};
    return priced_by(std::move(link), scenario);
}

} // namespace

HopEnds::HopEnds(World const& world, Network const& network) : ends(all_ends(world, network)), index(index_of(ends)) {}

HopRules hop_rules(Scenario const& scenario) {
    Microwave const& m = scenario.microwave;
    Network const& net = scenario.network;
    HopRules rules;
    for (std::size_t i = 0; i < m.class_ghz.size(); ++i)
        rules.classes.push_back({m.class_ghz[i], std::min(m.class_max_km[i], net.microwave_max_km),
                                 m.class_antenna_gain_dbi[i], m.class_tx_power_dbm[i], m.class_threshold_dbm[i],
                                 m.class_capacity_mbps[i], m.class_gas_db_per_km[i]});
    if (rules.classes.empty())
        rules.classes.push_back({.frequency_ghz = net.microwave_frequency_ghz, .max_km = net.microwave_max_km});
    else
        rules.availability_share = m.availability_share;
    rules.clearance = {scenario.radio.effective_earth_factor, net.fresnel_clear_share, m.low_k, m.low_k_clear_share};
    rules.climate = {m.rain_rate_mm_per_h, m.multipath_log10_k,          m.multipath_dn75,
                     m.latitude_deg,       m.polarization == "vertical", m.other_losses_db};
    return rules;
}

RelaySearch relay_search(Microwave const& m) {
    return {m.relay_block_m, m.relay_detour_share, m.relay_places_tried,
            heights_on_mast(m.antenna_heights_m, m.relay_mast_height_m)};
}

Link microwave_link(World const& world, HopEnds const& hop_ends, Scenario const& scenario, Place const& place) {
    if (!(place.antenna_height_m > 0)) return {};
    Hops const hops{world, scenario, hop_rules(scenario),
                    HopEnd{place.xy, heights_on_mast(scenario.microwave.antenna_heights_m, place.antenna_height_m)}};
    auto const tried = static_cast<std::size_t>(scenario.network.microwave_ends_tried);
    auto const near = hop_ends.index.nearest(place.xy, tried);
    for (std::size_t i : near) {
        auto const& end = hop_ends.ends[i];
        if (geo::distance_m(place.xy, end.xy) / 1000 > scenario.network.microwave_max_km) break;
        if (auto link = hops.direct(end)) return *link;
    }
    auto const relayed = std::min(near.size(), static_cast<std::size_t>(scenario.microwave.relay_ends_tried));
    for (std::size_t i = 0; i < relayed; ++i)
        if (auto link = hops.by_relay(hop_ends.ends[near[i]])) return *link;
    return {};
}

} // namespace phusong

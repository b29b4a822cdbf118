#include "geo/parallel.h"
#include "sim/network/fibre.h"
#include "sim/network/microwave.h"

namespace phusong {

namespace {

Link vsat_link(Scenario const& scenario, geo::XY place) {
    if (!scenario.network.vsat) return {};
    return priced_by({.kind = LinkKind::vsat, .line = {place}, .from = {}}, scenario);
}

} // namespace

Link const& LinkOptions::preferred(double opex_years) const {
    auto const cost = [&](Link const& l) { return l.capex_vnd + l.opex_vnd_per_year * opex_years; };
    if (fibre.kind == LinkKind::none && microwave.kind == LinkKind::none) return vsat;
    if (microwave.kind == LinkKind::none) return fibre;
    if (fibre.kind == LinkKind::none) return microwave;
    return cost(fibre) <= cost(microwave) ? fibre : microwave; // on a tie the better medium
}

std::vector<LinkOptions> link_options(World const& world, Scenario const& scenario, std::span<Place const> places,
                                      geo::Progress const& progress) {
    geo::Message const stage{"Đường truyền", "Backhaul links"};
    geo::tell(progress, stage, 0);
    FibreRoutes const routes(world.roads, world.fibre_nodes, scenario.network.fibre_offroad_factor);
    HopEnds const hop_ends(world, scenario.network);
    std::vector<LinkOptions> out(places.size());
    // Each place is its own result, whoever makes it.
    geo::parallel_for(std::ssize(places), 16, [&](std::ptrdiff_t i) {
        auto const n = static_cast<std::size_t>(i);
        LinkOptions& o = out[n];
        o.fibre = fibre_link(routes, world.fibre_nodes, scenario, places[n].xy);
        o.fibre_too_far = o.fibre.kind == LinkKind::none;
        o.microwave = microwave_link(world, hop_ends, scenario, places[n]);
        o.no_line_of_sight = o.microwave.kind == LinkKind::none && places[n].antenna_height_m > 0;
        o.vsat = vsat_link(scenario, places[n].xy);
    });
    geo::tell(progress, stage, 1);
    return out;
}

} // namespace phusong

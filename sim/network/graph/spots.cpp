#include "sim/network/graph/spots.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

using Key = std::pair<long long, long long>;

Key centimetres(geo::XY p) { return {std::llround(p.x_m * 100), std::llround(p.y_m * 100)}; }

} // namespace

Spots find_spots(World const& world, std::span<geo::XY const> extra) {
    Spots out;
    std::map<Key, std::uint32_t> known;
    auto const add = [&](std::vector<std::uint32_t>& places, geo::XY xy, NodeKind kind) {
        auto const [at, fresh] = known.emplace(centimetres(xy), static_cast<std::uint32_t>(out.list.size()));
        if (fresh) out.list.push_back({xy, kind});
        out.list[at->second].kind = std::max(out.list[at->second].kind, kind);
        places.push_back(at->second);
    };
    for (auto const& p : world.fibre_nodes) add(out.exchange, p.xy, NodeKind::exchange);
    for (auto const& p : world.communes) add(out.seat, p.seat, NodeKind::seat);
    for (auto const& p : world.sites) add(out.site, p.xy, NodeKind::site);
    for (auto const& p : world.villages) add(out.village, p.xy, NodeKind::village);
    for (auto const& p : world.institutions) add(out.institution, p.xy, NodeKind::institution);
    for (auto const p : extra) add(out.extra, p, NodeKind::site);
    return out;
}

} // namespace phusong

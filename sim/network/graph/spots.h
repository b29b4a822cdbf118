#pragma once
#include "sim/network/graph/rollout_graph.h"
#include "sim/world/world.h"
#include <map>

namespace phusong {

/// The places of a province, each spot once: what stands within a centimetre is one.
struct Spots {
    struct Spot {
        geo::XY xy;
        NodeKind kind;
    };
    std::vector<Spot> list;
    /// Number of each place's spot, in the order of the World's lists.
    std::vector<std::uint32_t> exchange, seat, site, village, institution, extra;
};
[[nodiscard]] Spots find_spots(World const& world, std::span<geo::XY const> extra);

} // namespace phusong

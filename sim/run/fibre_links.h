#pragma once
#include "sim/run/network_plan.h"

namespace phusong {

/// The fibre tree as links, and how they hang together.
struct FibreLinks {
    std::vector<NetworkLink> links;   ///< kind, year, line, lengths and price
    std::vector<std::uint32_t> up;    ///< link above each; none where it begins at what is lit
    std::vector<std::uint32_t> lower; ///< node of the graph where each ends
};
/// Cuts the tree at branches, at `stops` and where the year of building changes. Result: by year, then lower node.
[[nodiscard]] FibreLinks fibre_links(RolloutGraph const& graph, FibrePlan const& plan,
                                     std::vector<std::uint32_t> const& stops);

} // namespace phusong

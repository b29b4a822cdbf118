#pragma once
#include "sim/network/disjoint/disjoint_pair.h"

namespace phusong {

/// Which edges to build so that places keep their connection when any one edge fails.
struct SecondWays {
    std::vector<std::uint32_t> edges;       ///< to be built, ascending
    std::int64_t cost = 0, lower_bound = 0; ///< no choice of edges costs less than the bound
    std::vector<std::uint32_t> impossible;  ///< places without two ways whatever is built, in the order asked
    [[nodiscard]] double gap_share() const {
        return cost > 0 ? static_cast<double>(cost - lower_bound) / static_cast<double>(cost) : 0;
    }
};

/// Adds edges to those that stand until every node asked for has two ways to `root` that share no edge. Each node in
/// turn takes the cheapest pair, in which what stands or was just added is free; then edges that are not needed go, the
/// dearest first. The bound packs cuts: each node asked for hangs on bridges, each of which must be crossed once more.
/// Shapes:  stands[e] for edge e: 1 = it exists and costs nothing.
/// Source:  augmentation: the pairs of Suurballe and Tarjan 1984; bound: dual of the cut formulation of Grötschel,
/// Monma
///          and Stoer 1995, raised cut by cut as by Wong 1984.
[[nodiscard]] SecondWays second_ways(solve::Graph const& graph, std::vector<std::uint8_t> const& stands,
                                     std::uint32_t root, std::span<std::uint32_t const> asked);

} // namespace phusong

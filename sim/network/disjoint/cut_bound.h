#pragma once
#include "sim/network/disjoint/bridges.h"

namespace phusong {

/// Least cost of edges, beside those that stand, that give every node asked for two edge-disjoint ways to `root`; all
/// of them must be able to have such. See second_ways.
[[nodiscard]] std::int64_t cut_bound(solve::Graph const& graph, std::vector<std::uint8_t> const& stands,
                                     std::uint32_t root, std::span<std::uint32_t const> asked);

} // namespace phusong

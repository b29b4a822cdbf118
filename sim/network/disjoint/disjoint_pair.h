#pragma once
#include "sim/solve/graph.h"
#include <optional>

namespace phusong {

/// What two ways may not share; their ends they always do.
enum class Apart : std::uint8_t { edges, nodes };

/// Two ways between the same ends, as edges in their order from the first end.
struct PathPair {
    std::vector<std::uint32_t> one, two;
    std::int64_t cost = 0; ///< of both together
};

/// The pair of ways from `from` to `to` that share no edge (or no node between the ends) and are cheapest together;
/// nothing when there is no such pair. `from` and `to` differ.
/// Source:  Suurballe and Tarjan 1984 (Networks 14); for nodes the splitting of Bhandari 1999, ch. 3.
/// Ties:    lower nodes and edges first, so the same graph gives the same pair.
[[nodiscard]] std::optional<PathPair> disjoint_pair(solve::Graph const& graph, std::uint32_t from, std::uint32_t to,
                                                    Apart apart);

} // namespace phusong

#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// All of these must work; they fail independently. Shares of the time; none = 1.
[[nodiscard]] double in_series(std::span<double const> shares);

/// One of these must work; they fail independently. None = 0.
[[nodiscard]] double in_parallel(std::span<double const> shares);

/// A network as an acyclic list of what every node hangs on: links with their availability, towards the core.
struct AvailableNode {
    double power_share = 1; ///< of the time in which the node has power; without it nothing passes
    struct Way {
        std::uint32_t to = 0;  ///< a node
        double link_share = 1; ///< of the time in which the link works
    };
    std::vector<Way> ways; ///< one path each towards the core, the second for protection; none = this is the core
};

/// Availability of every node: its power and at least one of its ways, each way being the link and the node that it
/// leads to. Independent failures are assumed: two ways that meet further up share what they have in common there, and
/// are then a little less available than this says; use disjoint ways, or take `exact_node_availability` for small
/// networks. Shapes:  result[i] belongs to nodes[i]. Errors:  std::invalid_argument when ways lead round in a circle.
[[nodiscard]] std::vector<double> node_availability(std::span<AvailableNode const> nodes);

/// Exact availability of one node by summing over all states of the parts that it hangs on, with what ways share
/// counted once. Errors: std::invalid_argument when there are more than 20 uncertain parts (links and powers under 1).
[[nodiscard]] double exact_node_availability(std::span<AvailableNode const> nodes, std::uint32_t node);

/// Minutes of an average year (365.25 days) without service.
[[nodiscard]] double minutes_out_per_year(double availability_share);

} // namespace phusong

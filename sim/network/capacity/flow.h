#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// A node of a forest in which traffic runs to the roots. A node's link leads to `up`.
struct FlowNode {
    static constexpr auto none = ~std::uint32_t{0};
    std::uint32_t up = none; ///< another node, or none at a root
    double own_mbps = 0;     ///< demand that starts here, in the busy hour
};

/// Load of each node's link: its own demand and all that comes from below; at a root what arrives in all.
/// Shapes:  result[i] belongs to nodes[i]; nodes in any order.
/// Errors:  std::invalid_argument when the links run in a circle.
[[nodiscard]] std::vector<double> flow_up(std::span<FlowNode const> nodes);

/// Nodes so that each comes after the one above it. Errors: as flow_up.
[[nodiscard]] std::vector<std::uint32_t> downwards(std::span<FlowNode const> nodes);

} // namespace phusong

#pragma once
#include "sim/network/graph/draft.h"

namespace phusong {

struct Components {
    std::vector<std::uint32_t> of_node;
    std::uint32_t count = 0;
};
/// Pieces that hang together, numbered in the order of their first nodes.
[[nodiscard]] Components components(RolloutGraph const& graph);

struct Joined {
    std::uint32_t steps = 0;
    double length_m = 0;
};
/// Joins all pieces by straight steps over land: each takes the shortest step to any other, until one is left
/// (Borůvka), which gives the least sum of lengths between nodes. Ties go to lower nodes.
Joined join_components(Draft& draft);

} // namespace phusong

#pragma once
#include "sim/solve/hoptree/layers.h"
#include "sim/solve/milp/milp.h"

namespace phusong::solve {

/// The tree as an integer programme over layers: a whole z(v, h), node v stands at depth h, and for each useful arc an
/// x between 0 and 1 that follows from them. An arc needs its tail at the depth before, and not by the way back.
struct HopProgramme {
    Milp milp;
    std::vector<std::uint32_t> node_column; ///< z of (v, h) at h × nodes + v, or nothing
    std::vector<std::uint32_t> arc_column;  ///< x of Layers::arc, or nothing
};
[[nodiscard]] HopProgramme programme_of(HopTree const& problem, Layers const& layers, std::vector<char> const& useful);

/// The cheapest parents for nodes at the depths of the answer; nodes that no terminal needs are left out.
[[nodiscard]] Parents parents_from(HopTree const& problem, Layers const& layers, HopProgramme const& programme,
                                   std::vector<double> const& x);

/// Depth of each node of a tree, or nothing.
[[nodiscard]] std::vector<std::uint32_t> depths_of(HopTree const& problem, Parents const& parents);

} // namespace phusong::solve

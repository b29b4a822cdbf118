#pragma once
#include "sim/solve/dice.h"
#include "sim/solve/hoptree/hop_tree.h"

namespace phusong::solve {

struct RejoinLimits {
    std::int64_t rounds = 0;
    std::int64_t scans = 0;               ///< arcs looked at
    double first_heat = 0, last_heat = 0; ///< temperatures, in costs
    Cost good_enough = 0;                 ///< stop at this cost
};

/// Annealing: in each round some nodes that lie close together are cut from their parents, and the pieces join the tree
/// again one after the other by their cheapest paths over (node, depth), as in the heuristic of shortest paths for
/// Steiner trees. Now and then a relay is free or shut for a round, so that relays come and go that only pay for
/// several pieces together. Returns the rounds done.
std::int64_t rejoin(HopTree const& problem, Parents& parents, RejoinLimits const& limits, Dice& dice);

} // namespace phusong::solve

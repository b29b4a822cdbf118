#pragma once
#include "sim/run/network_plan.h"

namespace phusong {

/// Second ways of the institutions that the scenario names, and what they cost. How today's exchanges hang together is
/// not known: the cheapest tree between them is taken to stand, with the plan's; its root is the first fibre node.
void add_second_paths(NetworkPlan& out, World const& world, Scenario const& scenario, RolloutGraph const& graph,
                      FibrePlan const& fibre);

} // namespace phusong

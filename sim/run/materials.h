#pragma once
#include "sim/run/network_plan.h"

namespace phusong {

/// What is bought in each year, in a fixed order: cable by plant, ports, splitters, homes, hops and satellite sets,
/// sites with their radio and power, home terminals by radio. Rows without quantity are left out. Homes and what serves
/// them count in the year in which fibre reaches the village, as many as the last year has.
[[nodiscard]] std::vector<Material> materials(Scenario const& scenario, Candidates const& candidates, Plan const& plan,
                                              RolloutGraph const& graph, FibrePlan const& fibre,
                                              NetworkPlan const& network);

} // namespace phusong

#pragma once
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include <array>
#include <vector>

namespace phusong {

/// What home lines by 4G or 5G ask of the sites around each village in its busy hour, Mbps: those connected by then,
/// until fibre comes to the village. Shapes: [year − base][village]; `village_fibre` likewise.
[[nodiscard]] std::vector<std::vector<double>> home_line_mbps(World const& world, Scenario const& scenario,
                                                              Candidates const& candidates, Plan const& plan,
                                                              std::array<TakeUpCurve, service_count> const& curves,
                                                              std::vector<std::vector<bool>> const& village_fibre);

} // namespace phusong

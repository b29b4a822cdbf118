#pragma once
#include "sim/rollout/rollout.h"
#include <string>

namespace phusong {

/// "P0007": the plan's seventh project; `project` counts from 0.
[[nodiscard]] std::string project_code(std::size_t project);

/// The code by which tables name the place of a project: a standing site's, a village's where it brings lines to homes,
/// or the project's own for a new site.
[[nodiscard]] std::string place_code(World const& world, Candidates const& candidates, Plan const& plan,
                                     std::size_t project);

} // namespace phusong

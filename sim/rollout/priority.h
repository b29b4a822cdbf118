#pragma once
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <optional>
#include <vector>

namespace phusong {

/// The place of every village in `rollout.priority_places`, from 0; nothing where neither it nor its commune is named.
/// A village that is named itself has its own place.
/// Errors: InputError when a code names neither a commune nor a village.
[[nodiscard]] std::vector<std::optional<int>> priority_of_villages(World const& world, Scenario const& scenario);

} // namespace phusong

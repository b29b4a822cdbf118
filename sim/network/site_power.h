#pragma once
#include "sim/network/power/power.h"
#include "sim/scenario/scenario.h"

namespace phusong {

[[nodiscard]] PowerNeeds power_needs(Power const& power);

/// Price of one off-grid site's solar power: panels and battery by its load where the scenario gives one, else the one
/// price for every site.
[[nodiscard]] double solar_vnd(Scenario const& scenario);

} // namespace phusong

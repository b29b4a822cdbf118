#pragma once
#include "sim/scenario/scenario.h"
#include <string>

namespace phusong::study {

/// Everything in the scenario that the world is read from: equal keys, equal worlds.
[[nodiscard]] std::string world_key(Scenario const& scenario);

/// Everything that the base year and the survey of candidates depend on. Equal keys, equal groundwork.
[[nodiscard]] std::string groundwork_key(Scenario const& scenario);

/// Everything that a plan may depend on.
[[nodiscard]] std::string plan_key(Scenario const& scenario);

/// Everything that a map of one draw's probability of coverage depends on but what is built.
[[nodiscard]] std::string map_key(Scenario const& scenario);

/// Changing this key changes no groundwork.
[[nodiscard]] bool leaves_groundwork_alone(std::string const& key);
/// Changing this key changes what a finished plan costs and brings, and nothing that `redraw` takes as it is.
[[nodiscard]] bool may_change_after_the_plan(std::string const& key);

} // namespace phusong::study

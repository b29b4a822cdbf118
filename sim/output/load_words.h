#pragma once
#include "geo/message.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include <optional>
#include <vector>

namespace phusong {

/// What signal alone does not tell: how many sites are overloaded, over which share of their capacity, and what it
/// costs to keep up; nothing where none is.
[[nodiscard]] std::optional<geo::Message> busy_hour_line(Scenario const& scenario, Outcome const& outcome);

/// What else is to be known about the load of the last year: what all sites are asked and how much of it are home
/// lines by 4G or 5G; and, where more than half of the sites are overloaded, which goals about home lines count as
/// reached nonetheless. Empty without load.
[[nodiscard]] std::vector<geo::Message> load_sentences(Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

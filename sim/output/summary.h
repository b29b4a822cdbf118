#pragma once
#include "sim/output/output.h"

namespace phusong {

/// summary.json: the headline numbers by year, money, goals, notes, what is synthetic, and the seven lines in both
/// languages.
[[nodiscard]] std::string summary_json(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

#pragma once
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong {

// The CSV tables of a run, as text. Codes are text; empty cells mean "not known"; columns keep their order.

[[nodiscard]] std::string communes_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
[[nodiscard]] std::string villages_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
[[nodiscard]] std::string plan_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
[[nodiscard]] std::string targets_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
/// Its columns of what would close a gap, for sheets.
[[nodiscard]] std::vector<std::string> const& to_close_columns();
/// The purse of each named operator; for scenarios that name some.
[[nodiscard]] std::string operators_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
/// What each purse had, spent and kept in each planned year. Capex is split by item in proportion to what the purse
/// paid of each project.
[[nodiscard]] std::string money_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
[[nodiscard]] std::string provenance_csv(World const& world);

} // namespace phusong

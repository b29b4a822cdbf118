#pragma once
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <string>

namespace phusong {

// The CSV tables of a run's network, as text; headers alone when the scenario plans none. See docs/formats.md.

/// A row per link that is built: kind, lengths by plant, price, class, availability, load of every year.
[[nodiscard]] std::string links_csv(World const& world, Scenario const& scenario, Outcome const& outcome);
/// A row per year that builds fibre, with the sums so far; the last row has the bound of the whole tree.
[[nodiscard]] std::string fibre_csv(World const& world, Outcome const& outcome);
/// A row per village that the plan brings fibre to.
[[nodiscard]] std::string pon_csv(World const& world, Outcome const& outcome);
/// What is bought, by year.
[[nodiscard]] std::string materials_csv(World const& world, Outcome const& outcome);
/// A row per institution that gets a second way.
[[nodiscard]] std::string second_ways_csv(World const& world, Outcome const& outcome);

} // namespace phusong

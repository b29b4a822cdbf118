#pragma once
#include "sim/run/outcome.h"
#include <string>

namespace phusong {

/// Subscribers of each service at the end of each year, of the province and every commune, with what a tenth and nine
/// tenths of the draws stay under; those two are empty where the scenario gives no errors to draw.
[[nodiscard]] std::string subscribers_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

/// Every site with data in every year: users, load against capacity, busy-hour rate, and since when it is too full.
[[nodiscard]] std::string site_load_csv(World const& world, Outcome const& outcome);

/// Carriers that would keep up with the load: where, when, for how many users, at which price.
[[nodiscard]] std::string site_upgrades_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

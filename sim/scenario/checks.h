#pragma once
#include "geo/problem.h"
#include "sim/scenario/scenario.h"
#include <functional>

namespace phusong {

/// Where a key was given, for messages: "base.toml:12:9 years.first".
using WhereOf = std::function<std::string(std::string const& key)>;

/// What no single key can tell: years in order, budgets as long as the plan, people under their ceilings…
[[nodiscard]] geo::Problems check_together(Scenario const& scenario, WhereOf const& where);

/// The part of it that is about propagation: models outside their bands, keys that the model does not look at.
void check_radio(Scenario const& scenario, WhereOf const& where, geo::Problems& problems);

/// Lists of microwave classes of one length, with the weather that they need.
void check_microwave(Microwave const& microwave, WhereOf const& where, geo::Problems& problems);

/// What the size of a site's own power needs.
void check_power(Power const& power, WhereOf const& where, geo::Problems& problems);

/// The part about cables and links: classes that do not rise, splitters that nobody makes.
void check_network(Scenario const& scenario, WhereOf const& where, geo::Problems& problems);

} // namespace phusong

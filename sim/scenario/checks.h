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

/// The part about cables and links: classes that do not rise, splitters that nobody makes.
void check_network(Scenario const& scenario, WhereOf const& where, geo::Problems& problems);

} // namespace phusong

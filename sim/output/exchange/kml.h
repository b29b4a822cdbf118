#pragma once
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <string>

namespace phusong {

/// A KML document for Google Earth: villages by their state in the last year, standing and planned sites, links of the
/// plan; what is built has its year, so that the time slider plays the plan. Words in both languages.
/// Balloons show names as HTML: < and > become ‹ and ›, so that no name is ever markup.
/// Source: OGC 12-007r2, KML 2.3.
[[nodiscard]] std::string kml(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

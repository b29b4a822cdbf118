#pragma once
#include "sim/output/output.h"

namespace phusong {

/// Writes what other programs take over: ofds/nodes.geojson, ofds/spans.geojson, plan.kmz. Errors: FileError.
void write_exchange(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                    Outcome const& outcome, RunIdentity const& identity);

} // namespace phusong

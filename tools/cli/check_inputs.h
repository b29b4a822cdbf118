#pragma once
#include "geo/problem.h"
#include "sim/scenario/scenario.h"

namespace phusong::cli {

/// Every mistake in the tables and headers that a sound scenario names, and in its goals. Errors: FileError.
[[nodiscard]] geo::Problems problems_of_inputs(Scenario const& scenario);

} // namespace phusong::cli

#pragma once
#include "geo/problem.h"
#include "sim/scenario/read.h"
#include "sim/study/uncertain.h"

namespace phusong::cli {

/// Every mistake in the tables and headers that a sound scenario names, and in its goals. Errors: FileError.
[[nodiscard]] geo::Problems problems_of_inputs(Scenario const& scenario);
/// The same, and those of [uncertainty].
[[nodiscard]] geo::Problems problems_of_inputs(ReadScenario const& read);

/// What the scenario calls uncertain. Errors: InputError with every problem.
[[nodiscard]] std::vector<study::Uncertain> uncertain_keys(ReadScenario const& read);

} // namespace phusong::cli

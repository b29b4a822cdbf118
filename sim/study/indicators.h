#pragma once
#include "geo/message.h"
#include "sim/run/outcome.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusong::study {

/// A number that every run of an option gives.
struct Indicator {
    std::string name, unit; ///< "mobile_per_100", "goal:2025-smartphones"
    int year = 0;           ///< of its value; for money the last planned year, and it is of the whole plan
    geo::Message words;
    bool more_is_better = true;
    std::optional<double> goal = {}; ///< to be reached; of money that a purse pays its budget
};

/// In the order of `indicator_values`; `drawn`: of a study that draws, which has one more: the villages that are served
/// when predictions stray (villages_heard). Reads the goals. Errors: InputError.
[[nodiscard]] std::vector<Indicator> indicators(Scenario const& scenario, bool drawn);
/// `draw`: which one, of a study that draws.
[[nodiscard]] std::vector<double> indicator_values(World const& world, Scenario const& scenario, Outcome const& outcome,
                                                   std::optional<std::uint32_t> draw);

} // namespace phusong::study

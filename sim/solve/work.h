#pragma once
#include "geo/progress.h"
#include <cstdint>
#include <optional>

namespace phusong::solve {

/// How much a solver may do. Work is bounded by counts, never by the clock, so that the same problem, seed and effort
/// give the same answer on every machine.
struct Work {
    std::uint64_t seed = 1;
    int effort = 5;                              ///< 1 … 10: quick … thorough
    std::optional<std::int64_t> iterations = {}; ///< of the solver's outermost loop; by default what the effort says
    geo::Progress progress = {};                 ///< may throw to stop
};

} // namespace phusong::solve

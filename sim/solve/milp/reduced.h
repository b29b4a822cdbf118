#pragma once
#include "sim/solve/milp/milp.h"

namespace phusong::solve {

/// A programme without the columns whose bounds coincide and without rows that can no longer bind.
struct Reduced {
    Milp milp;
    std::vector<std::uint32_t> names; ///< of its columns in the whole programme
    double fixed_cost = 0;            ///< of the columns that are gone
    bool possible = true;             ///< false when a row is already broken
};
[[nodiscard]] Reduced reduced(Milp const& whole);

/// Branch and bound on what is left; values, bound and cutoff count the whole programme's cost, and so do `start` and
/// the answer's `x`.
[[nodiscard]] MilpAnswer solve_reduced(Milp const& whole, MilpLimits limits, std::vector<double> const& start = {});

} // namespace phusong::solve

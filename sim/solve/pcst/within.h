#pragma once
#include "sim/solve/pcst/pcst.h"

namespace phusong::solve::pcst {

/// Looks at arcs that an effort stands for; 10^8 take some 1.4 seconds.
[[nodiscard]] inline std::int64_t looks_of(Work const& work) { return std::int64_t{70'000'000} * work.effort; }

/// solve_pcst with at most about `looks` looks, which are taken off. A hundred small problems cost little more than
/// one.
[[nodiscard]] PcstTree solve_within(PcstProblem const& problem, std::int64_t& looks, Work const& work);

} // namespace phusong::solve::pcst

#pragma once
#include "sim/solve/dice.h"
#include "sim/solve/plan/investment.h"

namespace phusong::solve {

/// Improves a plan by `moves` random moves: a place, with the fibre its way needs, is put into a year; what must leave
/// to make room goes into other years or out. Worse plans are kept with a chance that falls from move to move; the
/// first temperature is `heat` times the mean value of a place built. `builds` must keep all rules.
void anneal(Investment const& problem, std::vector<Build>& builds, std::int64_t moves, double heat, Dice& dice);

} // namespace phusong::solve

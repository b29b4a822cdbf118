#pragma once
#include "sim/solve/dice.h"
#include "sim/solve/plan/investment.h"

namespace phusong::solve {

/// A way to build: which place, when and by what.
struct Choice {
    Node place = 0;
    Build build;
};

/// Improves a plan by `moves` random moves: one of `choices` is made, with the fibre its way needs; what must leave
/// to make room goes into other years or out. Worse plans are kept with a chance that falls from move to move; the
/// first temperature is `heat` times the mean value of a choice. `builds` must keep all rules.
void anneal(Investment const& problem, std::vector<Choice> const& choices, std::vector<Build>& builds,
            std::int64_t moves, double heat, Dice& dice);

} // namespace phusong::solve

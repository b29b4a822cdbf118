#pragma once
#include "sim/solve/plan/investment.h"
#include <string>
#include <string_view>

namespace phusong::solve {

/// A plan over years as a file gives it. Values are whole units of 10^-value_digits, costs of 10^-cost_digits.
struct PlanFile {
    Investment problem;
    int cost_digits = 0, value_digits = 0;
};

/// Reads "places years", the yearly budgets, the yearly discount factors per mille, then per place its parent (from 0,
/// -1 for none), cost and benefit by fibre, cost and benefit by microwave.
/// Errors: InputError with file and line, also where parents lead in a circle.
[[nodiscard]] PlanFile read_plan_file(std::string_view text, std::string const& shown);

} // namespace phusong::solve

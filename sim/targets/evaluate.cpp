#include "sim/targets/targets.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong {
namespace {

Indicator const& indicator(std::string const& name) {
    auto const& all = indicators();
    auto const found = std::ranges::find(all, name, &Indicator::name);
    if (found == all.end())
        throw std::logic_error("a goal names an indicator that read_goals would have refused: " + name);
    return *found;
}

/// A calibrated figure meets its own goal: rounding in the last digits is no miss.
bool holds(Goal const& goal, double value) {
    double const rounding = 1e-9 * std::max(1.0, std::abs(goal.value));
    return goal.at_least ? value >= goal.value - rounding : value <= goal.value + rounding;
}

GoalResult evaluate_one(Goal const& goal, Evidence const& evidence) {
    auto const& years = evidence.scenario.years;
    auto const& rule = indicator(goal.indicator);
    GoalResult result;
    result.goal = goal;
    for (int year = years.base; year <= years.last; ++year) {
        result.value.push_back(rule.value(evidence, year - years.base));
        if (!result.first_year_reached && holds(goal, result.value.back())) result.first_year_reached = year;
    }
    double const in_its_year = result.value.at(static_cast<std::size_t>(goal.year - years.base));
    result.gap = in_its_year - goal.value;
    result.reached = holds(goal, in_its_year);
    return result;
}

} // namespace

std::vector<GoalResult> evaluate(std::vector<Goal> const& goals, Evidence const& evidence) {
    std::vector<GoalResult> results;
    for (auto const& goal : goals) results.push_back(evaluate_one(goal, evidence));
    return results;
}

} // namespace phusong

#include "sim/adoption/quantile.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong {
namespace {

Indicator const& indicator_named(std::string const& name) {
    auto const& all = indicators();
    auto const found = std::ranges::find(all, name, &Indicator::name);
    if (found == all.end())
        throw std::logic_error("a goal names an indicator that read_goals would have refused: " + name);
    return *found;
}

bool holds(Goal const& goal, double value) { return reaches_goal(value, goal.value, goal.at_least); }

/// Everything but the goal itself and the interval.
void fill(GoalResult& result, Indicator const& rule, Evidence const& evidence) {
    auto const& years = evidence.scenario.years;
    auto const& goal = result.goal;
    result.value.clear();
    result.first_year_reached.reset();
    for (int year = years.base; year <= years.last; ++year) {
        result.value.push_back(rule.value(evidence, year - years.base));
        if (!result.first_year_reached && holds(goal, result.value.back())) result.first_year_reached = year;
    }
    double const in_its_year = result.value.at(static_cast<std::size_t>(goal.year - years.base));
    result.gap = in_its_year - goal.value;
    result.reached = holds(goal, in_its_year);
}

/// What a tenth and nine tenths of the draws stay under, year by year.
void add_interval(GoalResult& result, Evidence const& evidence, std::vector<Subscribers> const& draws) {
    auto const& rule = indicator_named(result.goal.indicator);
    auto const at = static_cast<std::size_t>(result.goal.year - evidence.scenario.years.base);
    for (std::size_t y = 0; y < result.value.size(); ++y) {
        std::vector<double> values;
        for (auto const& drawn : draws) {
            Evidence const other{evidence.world, evidence.scenario,      evidence.villages,   evidence.village_fibre,
                                 drawn,          evidence.second_access, evidence.villages_of};
            values.push_back(rule.value(other, static_cast<int>(y)));
        }
        result.p10.push_back(quantile(values, 0.1));
        result.p90.push_back(quantile(values, 0.9));
        if (y != at) continue;
        auto const reached = std::ranges::count_if(values, [&](double value) { return holds(result.goal, value); });
        result.drawn_reached_share = static_cast<double>(reached) / static_cast<double>(values.size());
    }
    result.certain = holds(result.goal, result.p10.at(at)) == result.reached &&
                     holds(result.goal, result.p90.at(at)) == result.reached;
}

} // namespace

bool reaches_goal(double value, double goal, bool at_least) {
    double const rounding = 1e-9 * std::max(1.0, std::abs(goal));
    return at_least ? value >= goal - rounding : value <= goal + rounding;
}

std::vector<GoalResult> evaluate(std::vector<Goal> const& goals, Evidence const& evidence,
                                 std::vector<Subscribers> const& draws) {
    std::vector<GoalResult> results;
    for (auto const& goal : goals) {
        auto const& rule = indicator_named(goal.indicator);
        results.push_back({.goal = goal, .value = {}, .p10 = {}, .p90 = {}, .first_year_reached = {}});
        fill(results.back(), rule, evidence);
        bool const forecast =
            goal.year > evidence.scenario.years.base; // figures of the base year are where draws start
        if (forecast && results.back().known() && !draws.empty() && rule.counts_subscribers)
            add_interval(results.back(), evidence, draws);
    }
    return results;
}

void evaluate_again(std::vector<GoalResult>& results, Evidence const& evidence) {
    for (auto& result : results)
        if (auto const& rule = indicator_named(result.goal.indicator); rule.counts_subscribers)
            fill(result, rule, evidence);
}

} // namespace phusong

#include "sim/run/goal_gap.h"
#include "sim/run/run.h"
#include "sim/run/years.h"
#include "sim/targets/targets.h"
#include <algorithm>

namespace phusong {
namespace {

/// The first year after the base year in which one of the projects sends; the year after the last where none does.
int first_year_on_air(std::span<Project const> projects, Candidates const& candidates, Years const& years) {
    int first = years.last + 1;
    for (auto const& project : projects)
        if (!is_access(candidates.list[project.candidate].kind)) first = std::min(first, project.year);
    return first;
}

/// Signals of the years before `year` are as in `outcome`.
void keep_signals_before(int year, Outcome& other, Outcome const& outcome, Years const& years) {
    auto const copy = [n = year - years.base](auto const& from, auto& to) {
        to.assign(from.begin(), from.begin() + n);
    };
    copy(outcome.villages, other.villages);
    copy(outcome.reached.share[index(ServiceKind::mobile)], other.reached.share[index(ServiceKind::mobile)]);
    copy(outcome.reached.broadband_share, other.reached.broadband_share);
}

/// Signals of the years that are not there yet.
void keep_signals_since(Outcome& other, Groundwork const& ground, World const& world, Scenario const& scenario,
                        Candidates const& candidates) {
    int const first = scenario.years.base + static_cast<int>(other.villages.size());
    if (first > scenario.years.last) return;
    auto points = ground.points;
    for (int year = scenario.years.base + 1; year <= scenario.years.last; ++year) {
        add_projects(points, candidates, other.plan.projects, year);
        if (year < first) continue;
        other.villages.push_back(village_signals(world, scenario.radio, points));
        append_signals(other.reached, world, points, other.villages.back());
    }
}

} // namespace

std::vector<GoalResult> goals_with(Groundwork const& ground, World const& world, Scenario const& scenario,
                                   Outcome const& outcome, std::vector<Goal> const& goals,
                                   std::span<Project const> more) {
    auto const& years = scenario.years;
    Outcome other;
    other.plan.projects = outcome.plan.projects;
    other.plan.projects.insert(other.plan.projects.end(), more.begin(), more.end());
    other.village_fibre = fibre_by_year(world, years, outcome.candidates, other.plan);
    other.fixed_line_share = fixed_lines_by_year(other.village_fibre, years, outcome.candidates, other.plan);
    keep_signals_before(first_year_on_air(more, outcome.candidates, years), other, outcome, years);
    keep_signals_since(other, ground, world, scenario, outcome.candidates);
    for (std::size_t y = 0; y < other.village_fibre.size(); ++y)
        append_lines(other.reached, {other.village_fibre[y], other.fixed_line_share[y]});
    other.subscribers = adopt(world, scenario, other.reached, outcome.curves);
    return evaluate(goals, {world, scenario, other.villages, other.village_fibre, other.subscribers});
}

} // namespace phusong

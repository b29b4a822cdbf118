#include "sim/study/cost_draws.h"
#include "geo/parallel.h"
#include "sim/run/redraw.h"
#include "sim/study/stage_keys.h"
#include "sim/study/study.h"
#include <algorithm>
#include <omp.h>
#include <optional>

namespace phusong::study {
namespace {

Study study_of(Scenario const& scenario, std::vector<Uncertain> uncertain) {
    std::erase_if(uncertain, [](Uncertain const& u) { return !may_change_after_the_plan(u.key); });
    Study study{
        .options = {Option{
            .name = scenario.name, .changes = {}, .file = {}, .scenario = scenario, .uncertain = std::move(uncertain)}},
        .draws = scenario.finance.draws,
        .plan_fixed = true};
    study.options.front().scenario.sources.clear(); // by far the largest part of what a draw copies
    number_dimensions(study);
    return study;
}

CostDraw cost_of(Plan const& plan) {
    CostDraw cost;
    for (auto const& year : plan.operators) cost.operators_vnd += year.spent_vnd();
    for (auto const& year : plan.public_purse) {
        cost.public_vnd += year.spent_vnd();
        cost.public_short_vnd = std::max(cost.public_short_vnd, year.spent_vnd() - year.available_vnd);
    }
    return cost;
}

} // namespace

std::vector<CostDraw> cost_draws(World const& world, Scenario const& scenario, std::vector<Uncertain> uncertain,
                                 Outcome const& planned) {
    auto const study = study_of(scenario, std::move(uncertain));
    if (study.draws == 0 || study.dimensions == 0) return {};
    auto const points = draw_points(study);
    std::vector<Outcome> mine(static_cast<std::size_t>(omp_get_max_threads()), planned);
    std::vector<std::optional<CostDraw>> drawn_costs(study.draws_each());
    geo::parallel_for(study.draws, 1, [&](std::ptrdiff_t d) {
        auto& outcome = mine[static_cast<std::size_t>(omp_get_thread_num())];
        auto const slot = static_cast<std::size_t>(d);
        try {
            pay_again(outcome, planned, world, drawn(study, slot, points).scenario);
            drawn_costs[slot] = cost_of(outcome.plan);
        } catch (geo::Failure const&) { // a ceiling under what the base year already has
        }
    });
    std::vector<CostDraw> costs;
    for (auto const& cost : drawn_costs)
        if (cost) costs.push_back(*cost);
    return costs;
}

} // namespace phusong::study

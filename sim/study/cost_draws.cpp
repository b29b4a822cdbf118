#include "sim/study/cost_draws.h"
#include "geo/parallel.h"
#include "sim/run/redraw.h"
#include "sim/study/stage_keys.h"
#include "sim/study/statistics.h"
#include "sim/study/study.h"
#include <algorithm>
#include <omp.h>
#include <optional>

namespace phusong::study {
namespace {

Study study_of(Scenario const& scenario, std::vector<Uncertain> uncertain) {
    std::erase_if(uncertain, [](Uncertain const& u) {
        return !may_change_after_the_plan(u.key) || u.key.starts_with("traffic."); // which no cost of a plan hangs on
    });
    Study study{
        .options = {Option{
            .name = scenario.name, .changes = {}, .file = {}, .scenario = scenario, .uncertain = std::move(uncertain)}},
        .draws = scenario.finance.cost_draws,
        .plan_fixed = true};
    study.options.front().scenario.sources.clear(); // by far the largest part of what a draw copies
    number_dimensions(study);
    return study;
}

double spent_vnd(std::vector<PurseYear> const& purse) {
    double sum = 0;
    for (auto const& year : purse) sum += year.spent_vnd();
    return sum;
}

CostDraw cost_of(Plan const& plan) {
    return {spent_vnd(plan.operators), spent_vnd(plan.public_purse), short_vnd(plan.operators),
            short_vnd(plan.public_purse)};
}

/// What paying anew reads and writes; the rest is long.
Outcome to_pay(Outcome const& planned) {
    Outcome copy;
    copy.candidates = planned.candidates;
    copy.plan = planned.plan;
    return copy;
}

/// One draw: the values of the uncertain keys, and the cost; nothing where a ceiling lies under what the base year has.
struct Priced {
    std::vector<double> values;
    std::optional<CostDraw> cost;
};

std::optional<CostDraw> paid_anew(Outcome& outcome, Outcome const& planned, World const& world,
                                  Scenario const& drawn_scenario) {
    try {
        pay_again(outcome, planned, world, drawn_scenario);
    } catch (geo::InputError const&) {
        return std::nullopt;
    }
    return cost_of(outcome.plan);
}

Priced priced(Study const& study, std::size_t d, std::vector<double> const& points, Outcome& outcome,
              Outcome const& planned, World const& world) {
    auto const one = drawn(study, d, points);
    return {one.values, paid_anew(outcome, planned, world, one.scenario)};
}

/// On a tie the first key. Of few draws any key may seem to steer them.
std::optional<CostDriver> driver_of(std::vector<Uncertain> const& uncertain, std::vector<Priced> const& draws) {
    constexpr std::ptrdiff_t enough = 30;
    if (std::ranges::count_if(draws, [](Priced const& draw) { return draw.cost.has_value(); }) < enough)
        return std::nullopt;
    std::optional<CostDriver> most;
    for (std::size_t u = 0; u < uncertain.size(); ++u) {
        std::vector<double> values, costs;
        for (auto const& draw : draws) {
            if (!draw.cost) continue;
            values.push_back(draw.values[u]);
            costs.push_back(draw.cost->all_vnd());
        }
        double const correlation = rank_correlation(values, costs); // NaN where one of them never changes
        double const share = correlation * correlation;
        if (share > (most ? most->share : 0)) most = CostDriver{uncertain[u].key, share};
    }
    return most;
}

} // namespace

double short_vnd(std::vector<PurseYear> const& purse) {
    double most = 0;
    for (auto const& year : purse) most = std::max(most, year.spent_vnd() - year.available_vnd);
    return most;
}

CostDraws cost_draws(World const& world, Scenario const& scenario, std::vector<Uncertain> uncertain,
                     Outcome const& planned, geo::Progress const& progress) {
    auto const study = study_of(scenario, std::move(uncertain));
    if (study.draws == 0 || study.dimensions == 0) return {};
    geo::tell(progress, {"Rút giá và mức sử dụng", "Drawing prices and take-up"}, 0);
    auto const points = draw_points(study);
    auto const threads = std::min(omp_get_max_threads(), study.draws);
    std::vector<Outcome> mine(static_cast<std::size_t>(threads), to_pay(planned));
    std::vector<Priced> draws(study.draws_each());
    geo::parallel_for(threads, 1, [&](std::ptrdiff_t t) {
        auto& outcome = mine[static_cast<std::size_t>(t)];
        for (auto d = static_cast<std::size_t>(t); d < study.draws_each(); d += static_cast<std::size_t>(threads))
            draws[d] = priced(study, d, points, outcome, planned, world);
    });
    CostDraws costs;
    for (auto const& draw : draws)
        if (draw.cost)
            costs.list.push_back(*draw.cost);
        else
            ++costs.left_out;
    costs.driver = driver_of(study.options.front().uncertain, draws);
    return costs;
}

} // namespace phusong::study

#include "sim/output/headline.h"
#include "sim/adoption/quantile.h"

namespace phusong {

namespace {

SpentOn spent_on(Outcome const& outcome) {
    SpentOn spent;
    for (auto const& project : outcome.plan.projects) {
        auto const& a = project.appraisal;
        bool const lines = is_access(outcome.candidates.list[project.candidate].kind);
        (lines ? spent.lines_vnd : spent.signal_vnd) += a.operator_capex_vnd + a.capex_subsidy_vnd;
    }
    for (auto const* purse : {&outcome.plan.operators, &outcome.plan.public_purse})
        for (auto const& year : *purse) spent.running_vnd += year.recurring_vnd;
    return spent;
}

std::optional<CostRange> cost_range(CostDraws const& draws) {
    if (draws.list.empty()) return std::nullopt;
    std::vector<double> all, of_public;
    double operators_short = 0, public_short = 0;
    for (auto const& draw : draws.list) {
        all.push_back(draw.all_vnd());
        of_public.push_back(draw.public_vnd);
        operators_short += draw.operators_short_vnd > 0 ? 1 : 0;
        public_short += draw.public_short_vnd > 0 ? 1 : 0;
    }
    auto const count = static_cast<double>(draws.list.size());
    return CostRange{.draws = draws.list.size(),
                     .left_out = draws.left_out,
                     .p10_vnd = quantile(all, 0.1),
                     .p50_vnd = quantile(all, 0.5),
                     .p90_vnd = quantile(all, 0.9),
                     .public_p50_vnd = quantile(of_public, 0.5),
                     .operators_short_share = operators_short / count,
                     .public_short_share = public_short / count,
                     .driver = draws.driver};
}

} // namespace

Headline headline(World const& world, Outcome const& outcome, int base_year) {
    Headline h;
    for (std::size_t y = 0; y < outcome.villages.size(); ++y)
        h.province.push_back(province(commune_years(world, outcome, y)));
    auto const &first = outcome.villages.front(), &last = outcome.villages.back();
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        h.villages_newly_good += last[v].state == SignalState::good && first[v].state != SignalState::good ? 1 : 0;
    auto const &before = h.province.front(), &after = h.province.back();
    // Growth of the population is no merit of the plan: the base year's share is held against the last year's people.
    if (before.people > 0)
        h.people_newly_with_signal =
            after.people_with_signal - after.people * before.people_with_signal / before.people;
    for (auto const& p : outcome.plan.operators) {
        h.operators_spent_vnd += p.spent_vnd();
        h.operators_budget_vnd += p.budget_vnd;
    }
    for (auto const& p : outcome.plan.public_purse) {
        h.public_spent_vnd += p.spent_vnd();
        h.public_budget_vnd += p.budget_vnd;
    }
    h.spent_on = spent_on(outcome);
    h.cost_range = cost_range(outcome.cost_draws);
    for (auto const& g : outcome.goals) {
        bool const of_plan = g.goal.year == base_year && g.goal.indicator == "mobile_subscribers_per_100";
        if (of_plan && !h.base_mobile_percent && g.known() && g.goal.value != 0)
            h.base_mobile_percent = g.gap_percent();
        bool const published = g.known() && g.goal.year > base_year && g.goal.basis == GoalBasis::published;
        h.goals_published += published ? 1 : 0;
        h.goals_published_reached += published && g.reached ? 1 : 0;
        if (!g.known()) {
            h.goals_unknown.push_back(g.goal.id);
        } else if (g.goal.year <= base_year) {
            ++h.base_checks;
            h.base_checks_met += g.reached ? 1 : 0;
        } else if (g.reached) {
            ++h.goals_reached;
            h.goals_uncertain += g.certain ? 0 : 1;
            h.goals_reached_before += g.first_year_reached && *g.first_year_reached <= base_year ? 1 : 0;
        } else {
            h.goals_missed.push_back(g.goal.id);
            h.missed_by_percent.push_back(g.gap_percent());
        }
    }
    h.projects = static_cast<int>(outcome.plan.projects.size());
    return h;
}

} // namespace phusong

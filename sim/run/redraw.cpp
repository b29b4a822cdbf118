#include "sim/run/redraw.h"
#include "sim/rollout/offer.h"
#include "sim/rollout/pricing.h"
#include "sim/run/years.h"
#include "sim/targets/targets.h"

namespace phusong {
namespace {

std::vector<PurseYear> emptied(std::vector<PurseYear> years) {
    for (auto& year : years) {
        year.capex_vnd = 0;
        year.recurring_vnd = 0;
    }
    return years;
}

void add_payments(std::vector<PurseYear>& years, Payments const& payments, std::size_t first) {
    years[first].capex_vnd += payments.capex_vnd;
    for (std::size_t k = 0; k < payments.recurring_vnd.size() && first + k < years.size(); ++k)
        years[first + k].recurring_vnd += payments.recurring_vnd[k];
}

void pay_again(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario) {
    auto& plan = outcome.plan;
    plan.operators = emptied(planned.plan.operators);
    plan.public_purse = emptied(planned.plan.public_purse);
    auto const factors = revenue_factors(world, scenario);
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        auto& project = plan.projects[p];
        auto& candidate = outcome.candidates.list[project.candidate];
        candidate.link = priced_by(std::move(candidate.link), scenario);
        candidate.cost = cost_of(candidate, world, scenario, outcome.curves);
        candidate.cost.revenue_factor = factors[world.villages[candidate.village.value].commune.value];
        auto const paying = paying_people(project.new_people, project.upgraded_people, scenario.finance);
        project.appraisal =
            in_whole_vnd(appraise(candidate.cost, paying, outcome.curves, scenario, project.year), candidate.cost);
        auto const payments = payments_of(project.appraisal, candidate.cost, scenario.years, project.year);
        auto const year = static_cast<std::size_t>(project.year - scenario.years.first);
        add_payments(plan.operators, payments.operators, year);
        add_payments(plan.public_purse, payments.public_purse, year);
    }
}

} // namespace

void redraw(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario,
            std::vector<Goal> const& goals) {
    outcome.curves = calibrate(world, scenario, planned.reached);
    pay_again(outcome, planned, world, scenario);
    outcome.subscribers = adopt(world, scenario, planned.reached, outcome.curves);
    Evidence const evidence{world, scenario, outcome.villages, outcome.village_fibre, outcome.subscribers};
    outcome.goals = evaluate(goals, evidence);
}

} // namespace phusong

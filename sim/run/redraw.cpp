#include "sim/run/redraw.h"
#include "sim/rollout/offer.h"
#include "sim/rollout/operator_money.h"
#include "sim/rollout/pricing.h"
#include "sim/run/years.h"
#include "sim/targets/targets.h"

namespace phusong {

void pay_again(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario) {
    outcome.curves = calibrate(world, scenario, planned.reached);
    auto const& rollout = scenario.rollout;
    auto operators = make_operator_money(scenario);
    auto public_purse = make_purse(scenario.years, rollout.public_budget_bn_vnd, rollout.carry_over);
    auto const factors = revenue_factors(world, scenario);
    auto project = outcome.plan.projects.begin(); // they stand by year
    for (int year = scenario.years.first; year <= scenario.years.last; ++year) {
        auto const y = static_cast<std::size_t>(year - scenario.years.first);
        operators.open(y);
        public_purse.open(y);
        auto const take_up = take_up_by_age(outcome.curves, scenario, year);
        for (; project != outcome.plan.projects.end() && project->year == year; ++project) {
            auto& candidate = outcome.candidates.list[project->candidate];
            candidate.link = priced_by(std::move(candidate.link), scenario);
            candidate.cost = cost_of(candidate, world, scenario, outcome.curves);
            candidate.cost.revenue_factor = factors[world.villages[candidate.village.value].commune.value];
            auto const paying = paying_people(project->new_people, project->upgraded_people, scenario.finance);
            project->appraisal =
                in_whole_vnd(appraise(candidate.cost, paying, outcome.curves, take_up, scenario), candidate.cost);
            auto const payments = payments_of(project->appraisal, candidate.cost, scenario.years, year);
            operators.pay(y, payments.operators, candidate.payers);
            public_purse.pay(y, payments.public_purse);
        }
    }
    outcome.plan.operators = operators.together();
    outcome.plan.each_operator = operators.each();
    outcome.plan.public_purse = std::move(public_purse.years);
}

void redraw(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario) {
    pay_again(outcome, planned, world, scenario);
    outcome.subscribers = adopt(world, scenario, planned.reached, outcome.curves);
    Evidence const evidence{world, scenario, outcome.villages, outcome.village_fibre, outcome.subscribers};
    evaluate_again(outcome.goals, evidence);
}

} // namespace phusong

#include "sim/rollout/offer.h"
#include <cmath>

namespace phusong {
namespace {

/// Nothing for nothing is not a number, and no number beats that.
double per_vnd(double gained, double cost_vnd) { return gained > 0 ? gained / cost_vnd : 0; }

double first_by_policy(Board const& board, Candidate const& candidate, Offer const& offer, double cost_vnd) {
    switch (board.scenario.rollout.policy) {
    case Policy::most_people_per_vnd:
    case Policy::priority_places:
    case Policy::worst_communes_first:
    case Policy::targets_first: // what is open counts more in the worth
        return 0;
    case Policy::villages_first:
        return per_vnd(offer.gain.villages, cost_vnd);
    case Policy::viable_first:
        return -static_cast<double>(offer.appraisal.viability);
    case Policy::fibre_first:
        return is_access(candidate.kind) ? 1 : 0;
    case Policy::fixed_order:
        return -board.place_in_order[candidate.village.value];
    }
    return 0;
}

Score score(Board const& board, Candidate const& candidate, Offer const& offer) {
    double const cost_vnd = lifetime_vnd(candidate.cost, board.scenario.finance);
    return {first_by_policy(board, candidate, offer, cost_vnd), per_vnd(offer.gain.worth, cost_vnd)};
}

/// Candidates that wait for power are offered for years after the plan too, of which the board knows no take-up.
Appraisal appraised(Board const& board, ProjectCost const& cost, std::array<double, service_count> const& people,
                    int year) {
    auto const y = static_cast<std::size_t>(year - board.scenario.years.base);
    return y < board.take_up.size() ? appraise(cost, people, board.curves, board.take_up[y], board.scenario)
                                    : appraise(cost, people, board.curves, board.scenario, year);
}

} // namespace

/// A village that gets good signal is reason enough, even where its people had it and only the hall did not.
Refusal refusal_before_money(Board const& board, Covered const& covered, Candidate const& candidate, Gain const& gain,
                             int year) {
    auto const& scenario = board.scenario;
    bool const few = gain.people() < scenario.rollout.min_people_per_project;
    if (gain.villages == 0 && !(gain.people() > 0)) return Refusal::nothing_new;
    if (gain.villages == 0 && few) return Refusal::too_few_people;
    bool const by_radio = candidate.kind == ProjectKind::fixed_wireless;
    if (by_radio && !has_broadband(covered.hall_good[candidate.village.value])) return Refusal::waits_for_signal;
    if (year >= candidate.earliest_year) return Refusal::none;
    return candidate.without_power(year) ? Refusal::waits_for_power : Refusal::waits_for_lead_time;
}

double lifetime_vnd(ProjectCost const& cost, Finance const& finance) {
    return cost.capex_vnd() + cost.opex_vnd_per_year * annuity_due_factor(finance.discount_rate, finance.horizon_years);
}

std::array<double, service_count> new_people(Board const& board, Gain const& gain, int year) {
    double const growth = board.world.growth_since_census(year);
    std::array<double, service_count> people{};
    people[index(ServiceKind::mobile)] = gain.first_signal_people * growth;
    people[index(ServiceKind::fixed)] = gain.fixed_line_people * growth;
    people[index(ServiceKind::paytv)] = gain.fibre_people * growth;
    return people;
}

std::array<double, service_count> paying_people(std::array<double, service_count> new_people, double upgraded_people,
                                                Finance const& finance) {
    new_people[index(ServiceKind::mobile)] += finance.broadband_uplift_share * upgraded_people;
    return new_people;
}

BothPayments payments_of(Appraisal const& appraisal, ProjectCost const& cost, Years const& years, int year) {
    BothPayments out;
    out.operators.capex_vnd = appraisal.operator_capex_vnd;
    out.public_purse.capex_vnd = appraisal.capex_subsidy_vnd;
    for (int age = 0; year + age <= years.last; ++age) {
        out.operators.recurring_vnd.push_back(std::round(appraisal.operator_shortfall_vnd(cost, age)));
        out.public_purse.recurring_vnd.push_back(appraisal.opex_subsidy_vnd_per_year);
    }
    return out;
}

double worth_of(Board const& board, std::uint32_t candidate, Gain const& gain) {
    return board.candidate_factor[candidate] * gain.worth + board.aims.village * gain.villages;
}

Offer make_offer(Board const& board, Covered const& covered, std::uint32_t number, int year) {
    return make_offer(board, covered, number, year, gain(board, covered, number));
}

Offer make_offer(Board const& board, Covered const& covered, std::uint32_t number, int year, Gain const& known) {
    auto const& candidate = board.candidates.list[number];
    Offer offer;
    offer.gain = known;
    offer.refusal = refusal_before_money(board, covered, candidate, offer.gain, year);
    if (offer.refusal != Refusal::none) return offer;
    double const growth = board.world.growth_since_census(year);
    auto const paying =
        paying_people(new_people(board, offer.gain, year), offer.gain.upgraded_people * growth, board.scenario.finance);
    offer.appraisal = in_whole_vnd(appraised(board, candidate.cost, paying, year), candidate.cost);
    offer.score = score(board, candidate, offer);
    auto payments = payments_of(offer.appraisal, candidate.cost, board.scenario.years, year);
    offer.operators = std::move(payments.operators);
    offer.public_purse = std::move(payments.public_purse);
    return offer;
}

} // namespace phusong

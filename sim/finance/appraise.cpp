#include "sim/finance/finance.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr double months_per_year = 12;

/// What is left of the new subscribers' payments for the network, in each year of the horizon, and on to the end of a
/// plan that outlasts it: who pays for those years needs to know.
std::vector<double> net_revenue(std::array<double, service_count> const& new_people,
                                std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario,
                                int year) {
    auto const& finance = scenario.finance;
    int const years = std::max(finance.horizon_years, scenario.years.last - year + 1);
    int const built_after_base = year - scenario.years.base;
    double const kept_share = (1 - finance.operator_margin_share) * (1 - finance.tax_share);
    std::vector<double> flow(static_cast<std::size_t>(years), 0.0);
    for (auto service : services) {
        auto const& curve = curves[index(service)];
        double const full = new_people[index(service)] * curve.ceiling_share * months_per_year *
                            service_of(scenario.adoption, service).revenue_vnd_per_month * kept_share;
        for (int age = 0; age < years; ++age)
            flow[static_cast<std::size_t>(age)] += full * curve.take_up_new(built_after_base + age, age);
    }
    return flow;
}

} // namespace

double Appraisal::operator_shortfall_vnd(ProjectCost const& cost, int age_years) const {
    double const revenue_vnd = net_revenue_vnd.at(static_cast<std::size_t>(age_years));
    return std::max(0.0, cost.opex_vnd_per_year - opex_subsidy_vnd_per_year - revenue_vnd);
}

Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                   std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario, int year) {
    double const rate = scenario.finance.discount_rate;
    int const horizon = scenario.finance.horizon_years;
    double const annuity = annuity_due_factor(rate, horizon);
    Appraisal result;
    result.net_revenue_vnd = net_revenue(new_people, curves, scenario, year);
    auto const appraised = std::span<double const>(result.net_revenue_vnd).first(static_cast<std::size_t>(horizon));
    double const surplus = present_value(appraised, rate) - cost.opex_vnd_per_year * annuity;
    result.npv_vnd = surplus - cost.capex_vnd();
    if (result.npv_vnd < 0) {
        result.viability = surplus >= 0 ? Viability::needs_capex_subsidy : Viability::needs_opex_subsidy;
        result.capex_subsidy_vnd = std::min(cost.capex_vnd(), -result.npv_vnd);
        if (surplus < 0) result.opex_subsidy_vnd_per_year = -surplus / annuity;
    }
    result.operator_capex_vnd = cost.capex_vnd() - result.capex_subsidy_vnd;
    return result;
}

} // namespace phusong

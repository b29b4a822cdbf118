#include "sim/finance/finance.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr double months_per_year = 12;

/// Years that money is counted for: the horizon, and on to the end of a plan that outlasts it: who pays for those years
/// needs to know.
std::size_t counted_years(Scenario const& scenario, int year) {
    return static_cast<std::size_t>(std::max(scenario.finance.horizon_years, scenario.years.last - year + 1));
}

/// What new subscribers pay for one service in each year, when all of them paid so much. No project brings every
/// service.
std::vector<double> revenue(double full_vnd, std::vector<double> const& take_up) {
    std::vector<double> flow(take_up.size(), 0.0);
    if (full_vnd != 0) std::ranges::transform(take_up, flow.begin(), [&](double share) { return full_vnd * share; });
    return flow;
}

/// Depreciation of one year: each item straight over its life, or over the horizon where it outlasts that.
double depreciation(ProjectCost const& cost, Finance const& finance, int age_years) {
    auto const items = cost.items_vnd();
    auto const lives = item_lives(finance);
    double sum = 0;
    for (std::size_t i = 0; i < item_count; ++i) {
        bool const renewed = lives[i] > 0 && lives[i] < finance.horizon_years;
        if (renewed || age_years < finance.horizon_years)
            sum += items[i] / (renewed ? lives[i] : finance.horizon_years);
    }
    return sum;
}

/// What margin and tax leave of the year's revenue for the network.
double net_revenue(double gross, ProjectCost const& cost, Finance const& finance, bool tax_on_revenue, int age_years) {
    double const after_margin = gross * (1 - finance.operator_margin_share);
    if (tax_on_revenue) return after_margin * (1 - finance.tax_share);
    double const written_off = cost.opex_vnd_per_year + depreciation(cost, finance, age_years);
    return after_margin - finance.tax_share * (after_margin - written_off);
}

void add_flows(Appraisal& to, ProjectCost const& cost, std::array<double, service_count> const& new_people,
               std::array<TakeUpCurve, service_count> const& curves, TakeUpByAge const& take_up,
               Scenario const& scenario) {
    for (auto const kind : services) {
        auto const s = index(kind);
        to.revenue_vnd[s] =
            revenue(new_people[s] * curves[s].ceiling_share * months_per_year *
                        service_of(scenario.adoption, kind).revenue_vnd_per_month * cost.revenue_factor[s],
                    take_up[s]);
    }
    auto const years = take_up.front().size();
    bool const tax_on_revenue = scenario.finance.tax_on == "revenue";
    to.net_revenue_vnd.reserve(years);
    for (std::size_t age = 0; age < years; ++age) {
        double gross = 0;
        for (auto const& flow : to.revenue_vnd) gross += flow[age];
        to.net_revenue_vnd.push_back(net_revenue(gross, cost, scenario.finance, tax_on_revenue, static_cast<int>(age)));
    }
    to.replacement_vnd = replacements_vnd(cost, scenario.finance, years);
}

} // namespace

double Appraisal::operator_shortfall_vnd(ProjectCost const& cost, int age_years) const {
    auto const age = static_cast<std::size_t>(age_years);
    return std::max(0.0, cost.opex_vnd_per_year + replacement_vnd.at(age) - opex_subsidy_vnd_per_year -
                             net_revenue_vnd.at(age));
}

TakeUpByAge take_up_by_age(std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario, int year) {
    TakeUpByAge take_up;
    auto const years = counted_years(scenario, year);
    for (std::size_t s = 0; s < service_count; ++s)
        for (std::size_t age = 0; age < years; ++age) {
            int const a = static_cast<int>(age);
            take_up[s].push_back(curves[s].take_up_new(year - scenario.years.base + a, a));
        }
    return take_up;
}

Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                   std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario, int year) {
    return appraise(cost, new_people, curves, take_up_by_age(curves, scenario, year), scenario);
}

Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                   std::array<TakeUpCurve, service_count> const& curves, TakeUpByAge const& take_up,
                   Scenario const& scenario) {
    double const rate = scenario.finance.discount_rate;
    int const horizon = scenario.finance.horizon_years;
    double const annuity = annuity_due_factor(rate, horizon);
    Appraisal result;
    add_flows(result, cost, new_people, curves, take_up, scenario);
    auto const within = [&](std::vector<double> const& flow) {
        return present_value(std::span(flow).first(static_cast<std::size_t>(horizon)), rate);
    };
    double const surplus =
        within(result.net_revenue_vnd) - cost.opex_vnd_per_year * annuity - within(result.replacement_vnd);
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

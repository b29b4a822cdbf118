#include "sim/finance/finance.h"
#include <algorithm>
#include <numeric>

namespace phusong {
namespace {

constexpr double months_per_year = 12;

/// Years that money is counted for: the horizon, and on to the end of a plan that outlasts it: who pays for those years
/// needs to know.
std::size_t counted_years(Scenario const& scenario, int year) {
    return static_cast<std::size_t>(std::max(scenario.finance.horizon_years, scenario.years.last - year + 1));
}

/// What new subscribers pay for one service in each year.
std::vector<double> revenue(double new_people, double factor, TakeUpCurve const& curve, double vnd_per_month,
                            std::size_t years, int built_after_base) {
    std::vector<double> flow;
    double const full = new_people * curve.ceiling_share * months_per_year * vnd_per_month * factor;
    if (full == 0) return std::vector<double>(years, 0.0); // no project brings every service
    flow.reserve(years);
    for (std::size_t age = 0; age < years; ++age) {
        int const a = static_cast<int>(age);
        flow.push_back(full * curve.take_up_new(built_after_base + a, a));
    }
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
double net_revenue(double gross, ProjectCost const& cost, Finance const& finance, int age_years) {
    double const after_margin = gross * (1 - finance.operator_margin_share);
    if (finance.tax_on == "revenue") return after_margin * (1 - finance.tax_share);
    double const written_off = cost.opex_vnd_per_year + depreciation(cost, finance, age_years);
    return after_margin - finance.tax_share * (after_margin - written_off);
}

void add_flows(Appraisal& to, ProjectCost const& cost, std::array<double, service_count> const& new_people,
               std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario, int year) {
    auto const years = counted_years(scenario, year);
    for (auto const kind : services) {
        auto const s = index(kind);
        to.revenue_vnd[s] =
            revenue(new_people[s], cost.revenue_factor[s], curves[s],
                    service_of(scenario.adoption, kind).revenue_vnd_per_month, years, year - scenario.years.base);
    }
    for (std::size_t age = 0; age < years; ++age) {
        int const a = static_cast<int>(age);
        double gross = 0;
        for (auto const& flow : to.revenue_vnd) gross += flow[age];
        to.net_revenue_vnd.push_back(net_revenue(gross, cost, scenario.finance, a));
        auto const again = replaced_vnd(cost, scenario.finance, a);
        to.replacement_vnd.push_back(std::accumulate(again.begin(), again.end(), 0.0));
    }
}

} // namespace

double Appraisal::operator_shortfall_vnd(ProjectCost const& cost, int age_years) const {
    auto const age = static_cast<std::size_t>(age_years);
    return std::max(0.0, cost.opex_vnd_per_year + replacement_vnd.at(age) - opex_subsidy_vnd_per_year -
                             net_revenue_vnd.at(age));
}

Appraisal appraise(ProjectCost const& cost, std::array<double, service_count> const& new_people,
                   std::array<TakeUpCurve, service_count> const& curves, Scenario const& scenario, int year) {
    double const rate = scenario.finance.discount_rate;
    int const horizon = scenario.finance.horizon_years;
    double const annuity = annuity_due_factor(rate, horizon);
    Appraisal result;
    add_flows(result, cost, new_people, curves, scenario, year);
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

#include "sim/rollout/purse.h"
#include <cmath>

namespace phusong {
namespace {

double budget_of(std::vector<double> const& budget_bn_vnd, std::size_t year) {
    if (budget_bn_vnd.empty()) return 0;
    return std::round(vnd_per_bn * (budget_bn_vnd.size() == 1 ? budget_bn_vnd[0] : budget_bn_vnd.at(year)));
}

} // namespace

Purse make_purse(Years const& years, std::vector<double> const& budget_bn_vnd, bool carry_over) {
    Purse purse;
    purse.carry_over = carry_over;
    auto const count = static_cast<std::size_t>(years.planned());
    for (std::size_t k = 0; k < count; ++k) {
        PurseYear year;
        year.year = years.first + static_cast<int>(k);
        year.budget_vnd = budget_of(budget_bn_vnd, k);
        purse.years.push_back(year);
    }
    purse.promised_vnd.assign(count, 0.0);
    return purse;
}

void Purse::open(std::size_t year) {
    auto& now = years.at(year);
    if (carry_over && year > 0) now.carried_vnd = years[year - 1].available_vnd - years[year - 1].spent_vnd();
    now.available_vnd = now.budget_vnd + now.carried_vnd;
    now.recurring_vnd = promised_vnd[year];
}

// The sums here are the sums that spent_vnd() and open() make, in the same order, so that rounding cannot overspend.
Purse::Shortage Purse::shortage(std::size_t year, Payments const& payments) const {
    auto const& now = years.at(year);
    auto const& recurring = payments.recurring_vnd;
    double const capex = now.capex_vnd + payments.capex_vnd;
    double const paid = now.recurring_vnd + (recurring.empty() ? 0 : recurring[0]);
    if (!(capex + paid <= now.available_vnd)) return Shortage::this_year;
    for (std::size_t k = 1; k < recurring.size() && year + k < years.size(); ++k)
        if (!(promised_vnd[year + k] + recurring[k] <= years[year + k].budget_vnd)) return Shortage::later_year;
    return Shortage::none;
}

void Purse::pay(std::size_t year, Payments const& payments) {
    auto& now = years.at(year);
    auto const& recurring = payments.recurring_vnd;
    now.capex_vnd += payments.capex_vnd;
    if (!recurring.empty()) now.recurring_vnd += recurring[0];
    for (std::size_t k = 1; k < recurring.size() && year + k < years.size(); ++k)
        promised_vnd[year + k] += recurring[k];
}

} // namespace phusong

#pragma once
#include "sim/rollout/rollout.h"
#include <vector>

namespace phusong {

/// What one project asks of one purse: capex in the year of building, and a payment in that and every later planned
/// year (`recurring_vnd[k]` falls k years after building).
struct Payments {
    double capex_vnd = 0;
    std::vector<double> recurring_vnd;
};

/// One purse over the planned years. The years are opened one after the other; what was promised for a year is set
/// aside before anything else is bought in it.
struct Purse {
    std::vector<PurseYear> years;
    std::vector<double> promised_vnd; ///< per planned year, by projects of earlier years
    bool carry_over = true;

    void open(std::size_t year);
    enum class Shortage : std::uint8_t { none, this_year, later_year };
    [[nodiscard]] Shortage shortage(std::size_t year, Payments const& payments) const;
    [[nodiscard]] bool affords(std::size_t year, Payments const& payments) const {
        return shortage(year, payments) == Shortage::none;
    }
    void pay(std::size_t year, Payments const& payments);
};

/// `budget_bn_vnd`: one number per planned year, or one for each of them. In whole VND.
[[nodiscard]] Purse make_purse(Years const& years, std::vector<double> const& budget_bn_vnd, bool carry_over);

} // namespace phusong

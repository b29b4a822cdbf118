#pragma once
#include "sim/run/outcome.h"
#include <cstdint>
#include <string>
#include <vector>

namespace phusong {

/// One kind of money in one year, whole VND of the price year. Costs and incomes are positive; the kind tells which.
struct CashRow {
    int year = 0;
    std::string_view kind; ///< "capex", "replacement", "opex", "revenue", "margin", "tax"
    std::string_view item;
    std::int64_t operators_vnd = 0, public_vnd = 0;
    [[nodiscard]] std::int64_t total_vnd() const { return operators_vnd + public_vnd; }
};

/// Who pays and gets what in which year, from the first planned year to the end of the last project's horizon: capex by
/// item and purse as in money.csv; items bought again, by the operators; opex, of which the public purse pays the
/// yearly subsidies; what people pay for each service; what margin and tax take of that. Each flow of each project is a
/// whole number of VND, so rows are exact sums. Rows without money are left out. Order: year, kind, item.
[[nodiscard]] std::vector<CashRow> cash_flow(Scenario const& scenario, Outcome const& outcome);

[[nodiscard]] std::string cash_flow_csv(World const& world, Scenario const& scenario, Outcome const& outcome);

} // namespace phusong

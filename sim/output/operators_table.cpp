#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/output/tables.h"
#include "sim/rollout/operator_money.h"

namespace phusong {
namespace {

/// Projects that an operator begins in a year, alone or with the others.
int begun(Outcome const& outcome, int year, std::size_t whose) {
    int count = 0;
    for (auto const& project : outcome.plan.projects) {
        auto const& payers = outcome.candidates.list[project.candidate].payers;
        if (project.year == year && (payers.all || payers.builder == whose)) ++count;
    }
    return count;
}

} // namespace

std::string operators_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"year", "operator", "price_year", "budget_vnd", "carried_in_vnd", "available_vnd", "capex_vnd",
                 "recurring_vnd", "spent_vnd", "left_vnd", "projects_begun", "synthetic_layers"});
    auto const names = operator_names(scenario.rollout);
    for (std::size_t y = 0; y < outcome.plan.operators.size(); ++y)
        for (std::size_t k = 0; k < names.size(); ++k) {
            auto const& money = outcome.plan.each_operator.at(k).at(y);
            std::vector<std::string> cells{std::to_string(money.year), names[k],
                                           std::to_string(scenario.finance.price_year)};
            for (double const vnd : {money.budget_vnd, money.carried_vnd, money.available_vnd, money.capex_vnd,
                                     money.recurring_vnd, money.spent_vnd(), money.available_vnd - money.spent_vnd()})
                cells.push_back(number(vnd, 0));
            cells.push_back(std::to_string(begun(outcome, money.year, k)));
            cells.push_back(synthetic_note(world));
            csv.add(cells);
        }
    return csv.text();
}

} // namespace phusong

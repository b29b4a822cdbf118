#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/output/purse_items.h"
#include "sim/output/tables.h"

namespace phusong {
namespace {

constexpr std::array purse_names{"operators", "public"};
constexpr std::size_t first_refusal = index(Refusal::none) + 1;

/// Capex of one purse in one year by item.
Items spent_by_item(Outcome const& outcome, int year, bool by_operators) {
    Items sum{};
    for (auto const& project : outcome.plan.projects) {
        if (project.year != year) continue;
        auto const items = paid(outcome.candidates.list[project.candidate].cost, project.appraisal, by_operators);
        for (std::size_t i = 0; i < items.size(); ++i) sum[i] += items[i];
    }
    return sum;
}

int projects_in(Outcome const& outcome, int year) {
    int count = 0;
    for (auto const& p : outcome.plan.projects) count += p.year == year ? 1 : 0;
    return count;
}

} // namespace

std::string money_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<std::string> header{"year",           "purse",         "price_year", "budget_vnd",
                                    "carried_in_vnd", "available_vnd", "capex_vnd",  "recurring_vnd",
                                    "spent_vnd",      "left_vnd",      "site_vnd",   "technology_vnd",
                                    "power_vnd",      "backhaul_vnd",  "access_vnd", "projects_begun"};
    for (std::size_t r = first_refusal; r < refusal_names.size(); ++r)
        header.push_back(fmt::format("unbuilt_{}", refusal_names[r]));
    header.emplace_back("synthetic_layers");
    CsvText csv(header);
    auto const note = synthetic_note(world);
    for (std::size_t y = 0; y < outcome.plan.operators.size(); ++y)
        for (std::size_t purse = 0; purse < purse_names.size(); ++purse) {
            auto const& money = purse == 0 ? outcome.plan.operators[y] : outcome.plan.public_purse[y];
            std::vector<std::string> cells{std::to_string(money.year), purse_names[purse],
                                           std::to_string(scenario.finance.price_year)};
            for (double const vnd : {money.budget_vnd, money.carried_vnd, money.available_vnd, money.capex_vnd,
                                     money.recurring_vnd, money.spent_vnd(), money.available_vnd - money.spent_vnd()})
                cells.push_back(number(vnd, 0));
            for (auto const vnd : spent_by_item(outcome, money.year, purse == 0)) cells.push_back(std::to_string(vnd));
            cells.push_back(std::to_string(projects_in(outcome, money.year)));
            for (std::size_t r = first_refusal; r < refusal_names.size(); ++r)
                cells.push_back(std::to_string(outcome.plan.unbuilt.at(y)[r]));
            cells.push_back(note);
            csv.add(cells);
        }
    return csv.text();
}

} // namespace phusong

#include "sim/output/cash_flow.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/output/purse_items.h"
#include <cmath>

namespace phusong {
namespace {

/// Rows of one year: five items bought, the same again, opex, three services, margin, tax.
constexpr std::size_t replaced_at = item_count, opex_at = 2 * item_count, revenue_at = opex_at + 1,
                      margin_at = revenue_at + service_count, tax_at = margin_at + 1, row_count = tax_at + 1;

std::vector<CashRow> empty_year(int year) {
    std::vector<CashRow> rows;
    for (auto const* item : item_names) rows.push_back({year, "capex", item});
    for (auto const* item : item_names) rows.push_back({year, "replacement", item});
    rows.push_back({year, "opex", "all"});
    for (auto const* service : service_names) rows.push_back({year, "revenue", service});
    rows.push_back({year, "margin", "all"});
    rows.push_back({year, "tax", "all"});
    return rows;
}

std::int64_t whole(double vnd) { return std::llround(vnd); }

void add_capex(std::vector<CashRow>& year, ProjectCost const& cost, Appraisal const& appraisal) {
    auto const operators = paid(cost, appraisal, true), purse = paid(cost, appraisal, false);
    for (std::size_t i = 0; i < item_count; ++i) {
        year[i].operators_vnd += operators[i];
        year[i].public_vnd += purse[i];
    }
}

void add_running(std::vector<CashRow>& year, ProjectCost const& cost, Appraisal const& appraisal,
                 Finance const& finance, int age_years) {
    auto const age = static_cast<std::size_t>(age_years);
    auto const again = replaced_vnd(cost, finance, age_years);
    for (std::size_t i = 0; i < item_count; ++i) year[replaced_at + i].operators_vnd += whole(again[i]);
    auto const subsidy = whole(appraisal.opex_subsidy_vnd_per_year);
    year[opex_at].public_vnd += subsidy;
    year[opex_at].operators_vnd += whole(cost.opex_vnd_per_year) - subsidy;
    double gross = 0;
    for (std::size_t s = 0; s < service_count; ++s) {
        year[revenue_at + s].operators_vnd += whole(appraisal.revenue_vnd[s][age]);
        gross += appraisal.revenue_vnd[s][age];
    }
    double const margin = gross * finance.operator_margin_share;
    year[margin_at].operators_vnd += whole(margin);
    year[tax_at].operators_vnd += whole(gross - margin - appraisal.net_revenue_vnd[age]);
}

} // namespace

std::vector<CashRow> cash_flow(Scenario const& scenario, Outcome const& outcome) {
    int const first = scenario.years.first;
    int const last = scenario.years.last + scenario.finance.horizon_years - 1;
    std::vector<std::vector<CashRow>> years;
    for (int year = first; year <= last; ++year) years.push_back(empty_year(year));
    for (auto const& project : outcome.plan.projects) {
        auto const& cost = outcome.candidates.list[project.candidate].cost;
        add_capex(years.at(static_cast<std::size_t>(project.year - first)), cost, project.appraisal);
        for (std::size_t age = 0; age < project.appraisal.net_revenue_vnd.size(); ++age)
            add_running(years.at(static_cast<std::size_t>(project.year - first) + age), cost, project.appraisal,
                        scenario.finance, static_cast<int>(age));
    }
    std::vector<CashRow> rows;
    for (auto const& year : years)
        for (auto const& row : year)
            if (row.operators_vnd != 0 || row.public_vnd != 0) rows.push_back(row);
    return rows;
}

std::string cash_flow_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"year", "flow", "item", "total_vnd", "operators_vnd", "public_vnd", "money_of_day_vnd",
                 "present_value_vnd", "price_year", "synthetic_layers"});
    auto const& finance = scenario.finance;
    auto const note = synthetic_note(world);
    for (auto const& row : cash_flow(scenario, outcome)) {
        auto const total = static_cast<double>(row.total_vnd());
        double const inflated = total * std::pow(1 + finance.inflation_share_per_year, row.year - finance.price_year);
        double const discounted = total / std::pow(1 + finance.discount_rate, row.year - scenario.years.first);
        csv.add({std::to_string(row.year), std::string(row.kind), std::string(row.item),
                 std::to_string(row.total_vnd()), std::to_string(row.operators_vnd), std::to_string(row.public_vnd),
                 number(inflated, 0), number(discounted, 0), std::to_string(finance.price_year), note});
    }
    return csv.text();
}

} // namespace phusong

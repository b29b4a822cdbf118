#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/output/tables.h"
#include <algorithm>

namespace phusong {
namespace {

/// What would close the gap, in the order of the columns to_close…; empty for a goal that is reached or unknown.
std::vector<std::string> to_close_cells(GoalResult const& goal, Outcome const& outcome) {
    auto const gap = std::ranges::find(outcome.gaps, goal.goal.id, [](GoalGap const& g) { return g.goal.goal.id; });
    if (gap == outcome.gaps.end()) return std::vector<std::string>(to_close_columns().size());
    if (!gap->movable) return {"unmoved", "", "", "", "", "", ""};
    auto const price = price_of(gap->projects, outcome.candidates);
    return {gap->closed ? "closed" : "nearer",
            std::to_string(gap->projects.size()),
            number(price.capex_vnd, 0),
            number(price.operators_vnd, 0),
            number(price.public_vnd, 0),
            number(price.public_vnd_per_year, 0),
            number(gap->value, 4)};
}

} // namespace

std::vector<std::string> const& to_close_columns() {
    static std::vector<std::string> const names{"to_close",
                                                "to_close_projects",
                                                "to_close_capex_vnd",
                                                "to_close_operators_vnd",
                                                "to_close_public_vnd",
                                                "to_close_public_vnd_per_year",
                                                "to_close_value"};
    return names;
}

std::string targets_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<std::string> columns{"id",
                                     "indicator",
                                     "label_vi",
                                     "label_en",
                                     "unit",
                                     "comparison",
                                     "goal",
                                     "year",
                                     "value",
                                     "value_p10",
                                     "value_p90",
                                     "gap",
                                     "gap_percent_of_goal",
                                     "reached",
                                     "certain",
                                     "drawn_reached_share",
                                     "first_year_reached"};
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        columns.push_back("value_" + std::to_string(year));
    columns.emplace_back("basis");
    append(columns, to_close_columns());
    append(columns, {"source", "synthetic_layers"});
    CsvText csv(columns);
    for (auto const& g : outcome.goals) {
        auto const at = static_cast<std::size_t>(g.goal.year - scenario.years.base);
        std::vector<std::string> cells{g.goal.id,
                                       g.goal.indicator,
                                       g.goal.label.vi,
                                       g.goal.label.en,
                                       g.goal.unit,
                                       g.goal.at_least ? "at_least" : "at_most",
                                       number(g.goal.value, 4),
                                       std::to_string(g.goal.year),
                                       at < g.value.size() ? number(g.value[at], 4) : std::string{},
                                       at < g.p10.size() ? number(g.p10[at], 4) : std::string{},
                                       at < g.p90.size() ? number(g.p90[at], 4) : std::string{},
                                       number(g.gap, 4),
                                       number(g.gap_percent(), 2),
                                       g.known() ? flag(g.reached) : "unknown",
                                       g.p10.empty() ? std::string("not_drawn") : flag(g.certain),
                                       g.p10.empty() ? std::string{} : number(g.drawn_reached_share, 4),
                                       g.first_year_reached ? std::to_string(*g.first_year_reached) : std::string{}};
        for (double const value : g.value) cells.push_back(number(value, 4));
        cells.emplace_back(name(g.goal.basis));
        append(cells, to_close_cells(g, outcome));
        append(cells, {g.goal.source, synthetic_note(world)});
        csv.add(cells);
    }
    return csv.text();
}

} // namespace phusong

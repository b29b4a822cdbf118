#include "sim/output/csv_text.h"
#include "sim/output/groups.h"
#include "sim/output/labels.h"

namespace phusong {
namespace {

std::string share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? number(static_cast<double>(part) / static_cast<double>(whole), 4) : std::string{};
}

std::vector<std::string> cells_of(UnitYear const& now) {
    std::vector<std::string> cells{
        std::to_string(now.people),         std::to_string(now.with_signal),       share(now.with_signal, now.people),
        std::to_string(now.with_broadband), share(now.with_broadband, now.people), std::to_string(now.with_fibre),
        share(now.with_fibre, now.people),  std::to_string(now.villages()),        std::to_string(now.villages_good),
        std::to_string(now.villages_weak),  std::to_string(now.villages_none),     std::to_string(now.villages_fibre)};
    for (auto const s : services) cells.push_back(number(now.subscribers[index(s)], 1));
    for (auto const amount : {now.projects, now.capex_vnd(), now.operators_capex_vnd, now.public_capex_vnd})
        cells.push_back(std::to_string(amount));
    return cells;
}

} // namespace

std::string groups_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"grouping",
                 "code",
                 "name",
                 "year",
                 "people",
                 "people_with_signal",
                 "signal_share",
                 "people_with_broadband",
                 "broadband_share",
                 "people_with_fibre",
                 "fibre_share",
                 "villages",
                 "villages_good",
                 "villages_weak",
                 "villages_none",
                 "villages_fibre",
                 "mobile_subscribers",
                 "fixed_subscribers",
                 "paytv_subscribers",
                 "projects",
                 "capex_vnd",
                 "operators_capex_vnd",
                 "public_capex_vnd",
                 "synthetic_layers"});
    auto const note = synthetic_note(world);
    for (auto const& grouping : groupings(world)) {
        std::vector<std::vector<UnitYear>> years;
        for (std::size_t y = 0; y < outcome.villages.size(); ++y)
            years.push_back(unit_years(grouping, world, scenario, outcome, y));
        for (std::size_t u = 0; u < grouping.units.size(); ++u)
            for (std::size_t y = 0; y < years.size(); ++y) {
                std::vector<std::string> cells{grouping.name, grouping.units[u].code, grouping.units[u].name,
                                               std::to_string(scenario.years.base + static_cast<int>(y))};
                auto const more = cells_of(years[y][u]);
                cells.insert(cells.end(), more.begin(), more.end());
                cells.push_back(note);
                csv.add(cells);
            }
    }
    return csv.text();
}

} // namespace phusong

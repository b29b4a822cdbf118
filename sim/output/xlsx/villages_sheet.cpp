#include "geo/vietnamese_order.h"
#include "sim/output/labels.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong {
namespace {

using geo::io::XlsxCell, geo::io::XlsxSheet, geo::io::XlsxStyle;

std::vector<XlsxSheet::Column> columns(Scenario const& scenario, geo::Language language) {
    std::vector<XlsxSheet::Column> all;
    for (auto const* column : {"village_code", "village", "commune_code", "commune", "district", "people"})
        all.push_back(sheet_column(column, language));
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        all.push_back({geo::say("Mức sóng {}", "Signal {}", year).in(language), XlsxStyle::text, 12});
    for (auto const* column :
         {"signal_share", "dbm_4g", "fibre", language == geo::Language::vi ? "reason_vi" : "reason_en",
          "signal_project", "signal_project_year", "grid_power_year", "lon_deg", "lat_deg", "synthetic"})
        all.push_back(sheet_column(column, language));
    return all;
}

/// By district, commune and name, as Vietnamese readers sort names.
std::vector<std::size_t> in_order_of_names(World const& world) {
    std::vector<std::string> keys;
    for (auto const& village : world.villages) {
        auto const& commune = world.communes[village.commune.value];
        keys.push_back(geo::vietnamese_key(commune.district) + '\0' + geo::vietnamese_key(commune.name) + '\0' +
                       geo::vietnamese_key(village.name));
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t v) -> std::string const& { return keys[v]; });
    return order;
}

/// The project that brought good signal, and its year.
std::vector<XlsxCell> bringer(Outcome const& outcome, std::optional<std::size_t> project) {
    if (!project) return {std::monostate{}, std::monostate{}};
    return {static_cast<std::int64_t>(*project + 1), std::int64_t{outcome.plan.projects[*project].year}};
}

std::vector<XlsxCell> row(World const& world, Scenario const& scenario, Outcome const& outcome, std::size_t v,
                          std::optional<std::size_t> project, geo::Language language) {
    auto const& village = world.villages[v];
    auto const& commune = world.communes[village.commune.value];
    auto const last = outcome.villages.size() - 1;
    std::vector<XlsxCell> cells{
        village.code,     village.name,
        commune.code,     commune.name,
        commune.district, std::int64_t{std::llround(village.people * world.growth_since_census(scenario.years.last))}};
    for (auto const& of_year : outcome.villages) cells.emplace_back(label(of_year[v].state).in(language));
    auto const yes = [&](bool is) {
        return (is ? geo::Message{"có", "yes"} : geo::Message{"không", "no"}).in(language);
    };
    cells.emplace_back(outcome.reached.share[index(ServiceKind::mobile)][last][v]);
    cells.emplace_back(double{outcome.villages[last][v].centre_dbm[index(Technology::g4)]}); // NaN is an empty cell
    cells.emplace_back(yes(outcome.village_fibre[last][v]));
    cells.emplace_back(label(outcome.plan.reason[last][v]).in(language));
    for (auto& cell : bringer(outcome, project)) cells.push_back(std::move(cell));
    auto& power_year = cells.emplace_back();
    if (village.grid_power_year != 0) power_year = std::int64_t{village.grid_power_year};
    cells.emplace_back(village.lonlat.lon_deg);
    cells.emplace_back(village.lonlat.lat_deg);
    cells.emplace_back(yes(village.synthetic));
    return cells;
}

} // namespace

XlsxSheet villages_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, geo::Language language) {
    XlsxSheet sheet;
    sheet.name = geo::Message{"Thôn", "Villages"}.in(language);
    sheet.title = geo::say("Từng thôn: mức sóng mỗi năm, và vì sao, ở cuối năm {}",
                           "Every village: its signal in each year, and why, at the end of {}", scenario.years.last)
                      .in(language);
    sheet.columns = columns(scenario, language);
    auto const bringers = bringers_of_signal(outcome.plan.projects, world.villages.size());
    for (auto const v : in_order_of_names(world))
        sheet.rows.push_back(row(world, scenario, outcome, v, bringers[v], language));
    sheet.frozen_columns = 2;
    return sheet;
}

} // namespace phusong

#include "sim/output/network_tables.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"

namespace phusong {
namespace {

std::string share_percent(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? number(100 * static_cast<double>(part) / static_cast<double>(whole), 3) : std::string{};
}

} // namespace

std::string links_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<std::string> columns{"link",
                                     "year",
                                     "kind",
                                     "from",
                                     "to",
                                     "length_km",
                                     "km_existing_poles",
                                     "km_aerial",
                                     "km_buried",
                                     "price_vnd",
                                     "capacity_mbps",
                                     "overloaded_from",
                                     "availability_percent",
                                     "place_availability_percent"};
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        columns.push_back("load_mbps_" + std::to_string(year));
    columns.emplace_back("synthetic_layers");
    CsvText csv(columns);
    std::size_t row = 0;
    for (auto const& l : outcome.network.links) {
        std::vector<std::string> cells{std::to_string(++row),
                                       std::to_string(l.year),
                                       link_kind_names[static_cast<std::size_t>(l.kind)],
                                       l.from,
                                       l.to,
                                       number(l.length_km, 3)};
        for (double const km : l.plant_km) cells.push_back(number(km, 3));
        cells.push_back(std::to_string(l.price_vnd));
        cells.push_back(number(l.capacity_mbps, 1));
        cells.push_back(l.overloaded_from == 0 ? std::string{} : std::to_string(l.overloaded_from));
        cells.push_back(number(100 * l.availability_share, 4));
        cells.push_back(number(100 * l.place_availability_share, 4));
        for (double const mbps : l.load_mbps) cells.push_back(number(mbps, 3));
        cells.push_back(synthetic_note(world));
        csv.add(cells);
    }
    return csv.text();
}

std::string fibre_csv(World const& world, Outcome const& outcome) {
    CsvText csv({"year", "places_connected", "price_vnd", "price_so_far_vnd", "lower_bound_vnd", "gap_percent",
                 "laid_apart_vnd", "projects_pay_vnd", "synthetic_layers"});
    auto const& n = outcome.network;
    std::int64_t so_far = 0;
    for (auto const& year : n.fibre_years) {
        so_far += year.cost_vnd;
        bool const last = &year == &n.fibre_years.back();
        csv.add({std::to_string(year.year), std::to_string(year.connected), std::to_string(year.cost_vnd),
                 std::to_string(so_far), last ? std::to_string(n.fibre_bound_vnd) : std::string{},
                 last ? share_percent(n.fibre_vnd - n.fibre_bound_vnd, n.fibre_vnd) : std::string{},
                 last ? std::to_string(n.apart_vnd) : std::string{},
                 last ? std::to_string(n.projects_pay_vnd) : std::string{}, synthetic_note(world)});
    }
    return csv.text();
}

std::string pon_csv(World const& world, Outcome const& outcome) {
    CsvText csv({"project", "year", "village_code", "village", "exchange", "cable_km", "homes_passed",
                 "homes_connected", "first_splitters", "second_splitters", "olt_ports", "loss_db", "within_class",
                 "class_needed", "olt_ports_vnd", "splitters_vnd", "homes_vnd", "synthetic_layers"});
    for (auto const& row : outcome.network.pon) {
        auto const& project = outcome.plan.projects[row.project];
        auto const& village = world.villages[outcome.candidates.list[project.candidate].village.value];
        auto const& h = row.homes;
        csv.add({std::to_string(row.project + 1), std::to_string(row.year), village.code, village.name, row.exchange,
                 number(h.cable_km, 3), std::to_string(h.homes_passed), std::to_string(h.homes_connected),
                 std::to_string(h.first_splitters), std::to_string(h.second_splitters), std::to_string(h.olt_ports),
                 number(h.loss_db, 2), flag(h.within_class),
                 h.needed == nullptr ? std::string{} : std::string(h.needed->name),
                 std::to_string(row.price.olt_ports_vnd), std::to_string(row.price.splitters_vnd),
                 std::to_string(row.price.homes_vnd), synthetic_note(world)});
    }
    return csv.text();
}

std::string materials_csv(World const& world, Outcome const& outcome) {
    CsvText csv({"year", "item", "item_vi", "item_en", "unit", "quantity", "price_vnd", "synthetic_layers"});
    for (auto const& m : outcome.network.materials)
        csv.add({std::to_string(m.year), m.key, m.item.vi, m.item.en, m.unit, number(m.quantity, 3),
                 std::to_string(m.price_vnd), synthetic_note(world)});
    return csv.text();
}

std::string second_ways_csv(World const& world, Outcome const& outcome) {
    CsvText csv({"institution_code", "institution", "kind", "possible", "apart", "first_km", "second_km",
                 "availability_one_percent", "availability_both_percent", "synthetic_layers"});
    for (auto const& way : outcome.network.second_ways) {
        auto const& i = world.institutions[way.institution];
        csv.add({i.code, i.name, i.kind, flag(way.possible), flag(way.apart), number(way.one_km, 3),
                 number(way.two_km, 3), number(100 * way.one_share, 4), number(100 * way.both_share, 4),
                 synthetic_note(world)});
    }
    return csv.text();
}

} // namespace phusong

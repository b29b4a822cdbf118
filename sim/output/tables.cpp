#include "sim/output/tables.h"
#include "sim/output/commune_year.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include <algorithm>
#include <iterator>

namespace phusong {
namespace {

std::string share(double part, double whole) { return whole > 0 ? number(part / whole, 4) : std::string{}; }

std::vector<std::string> subscribers_cells(CommuneYear const& now) {
    std::vector<std::string> cells;
    for (auto const s : services) cells.push_back(number(now.subscribers[index(s)], 1));
    for (auto const s : services) cells.push_back(number(now.without_plan[index(s)], 1));
    for (auto const s : services) cells.push_back(number(now.per_100(s), 2));
    for (auto const s : services) cells.push_back(number(now.per_100_without_plan(s), 2));
    cells.push_back(number(now.smartphone_users, 1));
    return cells;
}

std::vector<std::string> commune_cells(Commune const& c, int year, CommuneYear const& now, WholePeople const& whole,
                                       std::size_t row) {
    return {c.code,
            c.name,
            c.kind,
            c.district_code,
            c.district,
            std::to_string(year),
            std::to_string(whole.people[row]),
            std::to_string(whole.with_signal[row]),
            share(now.people_with_signal, now.people),
            std::to_string(whole.with_broadband[row]),
            share(now.people_with_broadband, now.people),
            std::to_string(whole.with_fibre[row]),
            share(now.people_with_fibre, now.people),
            std::to_string(now.villages),
            std::to_string(now.villages_good),
            std::to_string(now.villages_weak),
            std::to_string(now.villages_none),
            std::to_string(now.villages_fibre)};
}

using Bringers = std::vector<std::optional<std::size_t>>;

/// The project that brought good signal and its year, from that year on.
std::vector<std::string> bringer_cells(Outcome const& outcome, std::optional<std::size_t> bringer, int year) {
    if (!bringer) return {"", ""};
    int const built = outcome.plan.projects[*bringer].year;
    return year < built ? std::vector<std::string>{"", ""}
                        : std::vector<std::string>{std::to_string(*bringer + 1), std::to_string(built)};
}

std::vector<std::string> village_cells(World const& world, Outcome const& outcome, Bringers const& bringers, int year,
                                       std::size_t y, std::size_t v) {
    auto const& village = world.villages[v];
    auto const& commune = world.communes[village.commune.value];
    auto const& signal = outcome.villages[y][v];
    std::vector<std::string> cells{village.code,
                                   village.name,
                                   commune.code,
                                   commune.name,
                                   std::to_string(year),
                                   number(village.people * world.growth_since_census(year), 1),
                                   label(signal.state).en,
                                   label(signal.state).vi,
                                   label(signal.broadband_state).en,
                                   label(signal.broadband_state).vi};
    for (auto const t : technologies) cells.push_back(number(double{signal.centre_dbm[index(t)]}, 1));
    for (auto const t : technologies) cells.push_back(number(signal.people_share[index(t)], 4));
    auto const& reached = outcome.reached.share;
    cells.push_back(number(reached[index(ServiceKind::mobile)][y][v], 4));
    cells.push_back(flag(outcome.village_fibre[y][v]));
    auto const& reason = outcome.plan.reason[y][v];
    for (auto const& text : {reason.code(), label(reason).vi, label(reason).en}) cells.push_back(text);
    append(cells, bringer_cells(outcome, bringers[v], year));
    cells.push_back(village.grid_power_year == 0 ? "" : std::to_string(village.grid_power_year));
    cells.push_back(number(village.lonlat.lon_deg, 6));
    cells.push_back(number(village.lonlat.lat_deg, 6));
    cells.push_back(flag(village.synthetic));
    return cells;
}

} // namespace

std::string communes_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"code",
                 "name",
                 "kind",
                 "district_code",
                 "district",
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
                 "mobile_subscribers_without_plan",
                 "fixed_subscribers_without_plan",
                 "paytv_subscribers_without_plan",
                 "mobile_per_100",
                 "fixed_per_100",
                 "paytv_per_100",
                 "mobile_per_100_without_plan",
                 "fixed_per_100_without_plan",
                 "paytv_per_100_without_plan",
                 "smartphone_users",
                 "rural_criterion_8",
                 "rural_criterion_8_base_year",
                 "synthetic_layers"});
    auto const note = synthetic_note(world);
    std::vector<std::vector<CommuneYear>> years;
    std::vector<WholePeople> whole;
    for (std::size_t y = 0; y < outcome.villages.size(); ++y) {
        years.push_back(commune_years(world, outcome, y));
        whole.push_back(whole_people(years.back()));
    }
    for (std::size_t c = 0; c < world.communes.size(); ++c)
        for (std::size_t y = 0; y < years.size(); ++y) {
            auto const& commune = world.communes[c];
            auto cells = commune_cells(commune, scenario.years.base + static_cast<int>(y), years[y][c], whole[y], c);
            std::ranges::move(subscribers_cells(years[y][c]), std::back_inserter(cells));
            cells.push_back(flag(outcome.rural_criterion_8[y][c]));
            cells.push_back(flag(commune.met_rural_criterion_8));
            cells.push_back(note);
            csv.add(cells);
        }
    return csv.text();
}

std::string villages_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"code",
                 "name",
                 "commune_code",
                 "commune",
                 "year",
                 "people",
                 "state",
                 "state_vi",
                 "broadband_state",
                 "broadband_state_vi",
                 "dbm_2g",
                 "dbm_3g",
                 "dbm_4g",
                 "dbm_5g",
                 "people_share_2g",
                 "people_share_3g",
                 "people_share_4g",
                 "people_share_5g",
                 "signal_share",
                 "fibre",
                 "reason",
                 "reason_vi",
                 "reason_en",
                 "signal_project",
                 "signal_project_year",
                 "grid_power_year",
                 "lon_deg",
                 "lat_deg",
                 "synthetic",
                 "synthetic_layers"});
    auto const note = synthetic_note(world);
    auto const bringers = bringers_of_signal(outcome.plan.projects, world.villages.size());
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        for (std::size_t y = 0; y < outcome.villages.size(); ++y) {
            int const year = scenario.years.base + static_cast<int>(y);
            auto cells = village_cells(world, outcome, bringers, year, y, v);
            cells.push_back(note);
            csv.add(cells);
        }
    return csv.text();
}

std::string provenance_csv(World const& world) {
    CsvText csv({"layer", "synthetic", "source", "sha256", "note_vi", "note_en"});
    for (auto const& p : world.provenance)
        csv.add({p.layer, flag(p.synthetic), p.source, p.sha256, p.note.vi, p.note.en});
    return csv.text();
}

} // namespace phusong

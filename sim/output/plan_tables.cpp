#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/output/tables.h"
#include "sim/rollout/operator_money.h"
#include <fmt/ranges.h>

namespace phusong {
namespace {

std::string mast(Candidate const& c) { return is_access(c.kind) ? std::string{} : number(c.mast_height_m, 1); }

/// The village that is served, and the commune in which the site itself stands: over a border these are two.
std::vector<std::string> place_cells(World const& world, Candidate const& c) {
    auto const& village = world.villages[c.village.value];
    auto const& home = world.communes[village.commune.value];
    auto const& ground = world.communes[c.commune.value];
    geo::LonLat const at = world.crs ? world.crs->unproject(c.xy) : geo::LonLat{};
    auto const degrees = [&](double value) { return world.crs ? number(value, 6) : std::string{}; };
    return {village.code,
            village.name,
            home.code,
            home.name,
            home.district_code,
            home.district,
            ground.code,
            ground.name,
            degrees(at.lon_deg),
            degrees(at.lat_deg),
            number(c.xy.x_m, 1),
            number(c.xy.y_m, 1),
            c.site ? world.sites[*c.site].code : std::string{},
            text(c.technologies),
            mast(c),
            c.solar ? "solar" : "grid"};
}

/// The operator, all of them, or nothing where none is named.
std::string built_by(Rollout const& rollout, Candidate const& c) {
    auto const names = operator_names(rollout);
    if (names.empty()) return {};
    return c.payers.all ? fmt::format("{}", fmt::join(names, "+")) : names.at(c.payers.builder);
}

std::vector<std::string> price_cells(Candidate const& c) {
    return {number(c.cost.site_vnd, 0),
            number(c.cost.technology_vnd, 0),
            number(c.cost.power_vnd, 0),
            number(c.cost.backhaul_vnd, 0),
            number(c.cost.access_vnd, 0),
            number(c.cost.capex_vnd(), 0),
            number(c.cost.opex_vnd_per_year, 0),
            link_kind_names[static_cast<std::size_t>(c.link.kind)],
            c.link.from,
            c.link.kind == LinkKind::none ? std::string{} : number(c.link.length_km, 3)};
}

std::vector<std::string> purse_cells(Project const& p) {
    return {number(p.appraisal.operator_capex_vnd, 0),
            number(p.appraisal.capex_subsidy_vnd, 0),
            number(p.appraisal.opex_subsidy_vnd_per_year, 0),
            number(p.appraisal.npv_vnd, 0),
            viability_names[static_cast<std::size_t>(p.appraisal.viability)],
            label(p.appraisal.viability).vi,
            label(p.appraisal.viability).en,
            std::to_string(p.new_villages.size()),
            number(p.new_people[index(ServiceKind::mobile)], 1),
            number(p.new_broadband_people, 1),
            number(p.new_people[index(ServiceKind::fixed)], 1),
            number(p.new_people[index(ServiceKind::paytv)], 1)};
}

} // namespace

std::string plan_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"project",
                 "year",
                 "kind",
                 "kind_vi",
                 "kind_en",
                 "village_code",
                 "village",
                 "village_commune_code",
                 "village_commune",
                 "village_district_code",
                 "village_district",
                 "site_commune_code",
                 "site_commune",
                 "lon_deg",
                 "lat_deg",
                 "x_m",
                 "y_m",
                 "site_code",
                 "technologies",
                 "mast_height_m",
                 "power",
                 "built_by",
                 "site_vnd",
                 "technology_vnd",
                 "power_vnd",
                 "backhaul_vnd",
                 "access_vnd",
                 "capex_vnd",
                 "opex_vnd_per_year",
                 "link",
                 "link_from",
                 "link_km",
                 "operators_capex_vnd",
                 "public_capex_vnd",
                 "public_opex_vnd_per_year",
                 "npv_vnd",
                 "viability",
                 "viability_vi",
                 "viability_en",
                 "new_villages",
                 "new_people_mobile",
                 "new_people_broadband",
                 "new_people_fixed",
                 "new_people_paytv",
                 "synthetic_layers"});
    auto const note = synthetic_note(world);
    std::size_t rank = 0;
    for (auto const& project : outcome.plan.projects) {
        auto const& candidate = outcome.candidates.list[project.candidate];
        std::vector<std::string> cells{std::to_string(++rank), std::to_string(project.year),
                                       project_kind_names[static_cast<std::size_t>(candidate.kind)],
                                       label(candidate.kind).vi, label(candidate.kind).en};
        append(cells, place_cells(world, candidate));
        cells.push_back(built_by(scenario.rollout, candidate));
        append(cells, price_cells(candidate));
        append(cells, purse_cells(project));
        cells.push_back(note);
        csv.add(cells);
    }
    return csv.text();
}

} // namespace phusong

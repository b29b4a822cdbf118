#include "geo/nearest.h"
#include "sim/rollout/good_technologies.h"
#include "sim/rollout/places.h"
#include "sim/rollout/pricing.h"
#include <algorithm>

namespace phusong {
namespace {

geo::Message const stage{"Tìm phương án đầu tư", "Finding what could be built"};

/// The search for candidates: inputs, and what was found so far.
struct Finder {
    World const& world;
    Scenario const& scenario;
    std::array<TakeUpCurve, service_count> const& curves;
    geo::Progress const& progress;
    std::vector<TechnologySet> const good, good_halls; // base year, per inhabited cell and per village
    Candidates found = {};

    /// True when some inhabited cell or some hall gets a technology that it lacks.
    bool brings_something(Reach const& reach) const {
        auto const some_lack = [](Technology t, std::vector<std::uint32_t> const& served, auto const& have) {
            return std::ranges::any_of(served, [&](std::uint32_t i) { return !have[i].has(t); });
        };
        return std::ranges::any_of(technologies, [&](Technology t) {
            return some_lack(t, reach.people_cells[index(t)], good) || some_lack(t, reach.halls[index(t)], good_halls);
        });
    }
    bool remote(CommuneId commune) const { return world.communes[commune.value].kind == "commune"; }

    void add_new_sites(std::vector<VillageSignal> const& base_villages);
    void add_new_site(Candidate site, LinkOptions const& links);
    void add_technologies();
    void add_fibre();
};

CommuneId commune_at(World const& world, geo::XY xy, CommuneId otherwise) {
    auto const cell = world.grid.cell_at(xy);
    if (!cell) return otherwise;
    auto const commune = world.commune_of_cell.data()[*cell];
    return commune >= 0 ? CommuneId{static_cast<std::uint32_t>(commune)} : otherwise;
}

void Finder::add_new_site(Candidate site, LinkOptions const& links) {
    site.link = links.preferred(annuity_due_factor(scenario.finance.discount_rate, scenario.finance.horizon_years));
    if (site.link.kind == LinkKind::none) {
        if (links.no_line_of_sight) found.blocked_by_line_of_sight[site.village.value] = true;
        if (links.fibre_too_far) found.blocked_by_fibre_length[site.village.value] = true;
        return;
    }
    int const first = scenario.years.first;
    site.grid_year = world.villages[site.village.value].grid_power_year;
    site.earliest_year = std::max(first, site.grid_year);
    site.cost = new_site_cost(scenario, site, remote(site.commune));
    if (site.earliest_year <= scenario.years.last || !scenario.rollout.pay_solar) found.list.push_back(site);
    if (site.grid_year > first && scenario.rollout.pay_solar) {
        site.solar = true;
        site.earliest_year = first;
        site.cost = new_site_cost(scenario, site, remote(site.commune));
        found.list.push_back(std::move(site));
    }
}

void Finder::add_new_sites(std::vector<VillageSignal> const& base_villages) {
    auto const places = find_new_places(world, scenario, base_villages);
    for (auto village : places.left_out) found.not_tried[village.value] = true;
    double const mast_m = scenario.rollout.new_mast_height_m;
    auto const carried = scenario.rollout.new_site_technologies;
    std::vector<Transmitter> transmitters;
    std::vector<Place> ends;
    for (auto const& place : places.list) {
        transmitters.push_back({place.xy, mast_m, carried});
        ends.push_back({place.xy, mast_m});
    }
    auto reaches = reach(world, scenario.radio, transmitters, progress);
    auto const links = link_options(world, scenario, ends, progress);
    for (std::size_t i = 0; i < places.list.size(); ++i) {
        if (!brings_something(reaches[i])) continue;
        Candidate site;
        site.kind = ProjectKind::new_site;
        site.village = places.list[i].village;
        site.xy = places.list[i].xy;
        site.commune = commune_at(world, site.xy, world.villages[site.village.value].commune);
        site.technologies = carried;
        site.mast_height_m = mast_m;
        site.reach = std::move(reaches[i]);
        add_new_site(std::move(site), links[i]);
    }
    for (auto const& site : found.list) { // one place that can be connected is enough
        found.blocked_by_line_of_sight[site.village.value] = false;
        found.blocked_by_fibre_length[site.village.value] = false;
    }
}

/// Each technology that a standing site lacks and the plan may add, as a candidate of its own.
std::vector<Candidate> upgrades(World const& world, Scenario const& scenario) {
    std::vector<Candidate> list;
    if (world.villages.empty()) return list;
    std::vector<geo::XY> centres;
    for (auto const& village : world.villages) centres.push_back(village.xy);
    geo::NearestIndex const nearest_village(std::move(centres));
    for (std::uint32_t s = 0; s < world.sites.size(); ++s) {
        auto const& standing = world.sites[s];
        for (auto technology : {Technology::g4, Technology::g5}) {
            bool const wanted =
                technology == Technology::g4 ? scenario.rollout.upgrade_to_4g : scenario.rollout.upgrade_to_5g;
            if (!wanted || standing.technologies.has(technology)) continue;
            Candidate site;
            site.kind = ProjectKind::add_technology;
            site.site = s;
            site.xy = standing.xy;
            site.commune = standing.commune;
            site.village = VillageId{static_cast<std::uint32_t>(nearest_village.nearest(site.xy, 1).at(0))};
            site.technologies.add(technology);
            site.mast_height_m = standing.mast_height_m;
            site.earliest_year = scenario.years.first; // a standing site has power
            list.push_back(std::move(site));
        }
    }
    return list;
}

void Finder::add_technologies() {
    auto list = upgrades(world, scenario);
    std::vector<Transmitter> transmitters;
    for (auto const& site : list) transmitters.push_back({site.xy, site.mast_height_m, site.technologies});
    auto reaches = reach(world, scenario.radio, transmitters, progress);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!brings_something(reaches[i])) continue;
        list[i].reach = std::move(reaches[i]);
        list[i].cost = added_technology_cost(scenario, list[i], remote(list[i].commune));
        found.list.push_back(std::move(list[i]));
    }
}

void Finder::add_fibre() {
    if (!scenario.rollout.fibre_to_villages) return;
    std::vector<VillageId> without;
    std::vector<Place> ends;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        if (village.fibre_year != 0 && village.fibre_year <= scenario.years.last) continue;
        without.push_back(VillageId{v});
        ends.push_back({village.xy, 0});
    }
    auto const links = link_options(world, scenario, ends, progress);
    for (std::size_t i = 0; i < without.size(); ++i) {
        if (links[i].fibre.kind == LinkKind::none) continue;
        auto const& village = world.villages[without[i].value];
        Candidate fibre;
        fibre.kind = ProjectKind::fibre_village;
        fibre.village = without[i];
        fibre.commune = village.commune;
        fibre.xy = village.xy;
        fibre.link = links[i].fibre;
        fibre.earliest_year = std::max(scenario.years.first, village.grid_power_year); // homes need power for it
        double const homes = homes_expected(world, scenario, village, curves[index(ServiceKind::fixed)]);
        fibre.cost = fibre_village_cost(scenario, fibre, homes);
        found.list.push_back(std::move(fibre));
    }
}

} // namespace

Candidates find_candidates(World const& world, Scenario const& scenario, SignalMaps const& base,
                           std::vector<VillageSignal> const& base_villages,
                           std::array<TakeUpCurve, service_count> const& curves, geo::Progress const& progress) {
    Finder finder{world,
                  scenario,
                  curves,
                  progress,
                  good_technologies(world, scenario.radio, base),
                  good_at_halls(world, scenario.radio, base)};
    finder.found.blocked_by_line_of_sight.assign(world.villages.size(), false);
    finder.found.blocked_by_fibre_length.assign(world.villages.size(), false);
    finder.found.not_tried.assign(world.villages.size(), false);
    geo::tell(progress, stage, 0);
    finder.add_new_sites(base_villages);
    finder.add_technologies();
    finder.add_fibre();
    auto const factors = revenue_factors(world, scenario);
    for (auto& candidate : finder.found.list)
        candidate.cost.revenue_factor = factors[world.villages[candidate.village.value].commune.value];
    geo::tell(progress, stage, 1);
    return std::move(finder.found);
}

} // namespace phusong

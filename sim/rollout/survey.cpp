#include "geo/nearest.h"
#include "sim/rollout/board.h"
#include "sim/rollout/places.h"
#include "sim/rollout/rollout.h"
#include <algorithm>

namespace phusong {
namespace {

geo::Message const survey_stage{"Tìm phương án đầu tư", "Finding what could be built"};

std::vector<TechnologySet> at_halls(PointSignals const& base, Radio const& radio, std::size_t villages) {
    std::vector<TechnologySet> good;
    for (std::size_t v = 0; v < villages; ++v) good.push_back(good_at_hall(base, radio, v));
    return good;
}

/// The search: inputs, and what was found so far.
struct Surveyor {
    World const& world;
    Scenario const& scenario;
    geo::Progress const& progress;
    PointSignals const& base;
    std::vector<TechnologySet> const good_halls = at_halls(base, scenario.radio, world.villages.size()); // base year
    Survey found = {};

    /// True when some inhabited cell or some hall gets a technology that it lacks.
    bool brings_something(Reach const& reach) const {
        auto const some_lack = [](Technology t, std::vector<std::uint32_t> const& served, auto const& have) {
            return std::ranges::any_of(served, [&](std::uint32_t i) { return !have[i].has(t); });
        };
        return std::ranges::any_of(technologies, [&](Technology t) {
            return some_lack(t, reach.people_cells[index(t)], base.good) ||
                   some_lack(t, reach.halls[index(t)], good_halls);
        });
    }

    void add_new_sites(std::vector<VillageSignal> const& base_villages);
    void add_relays(std::vector<VillageSignal> const& base_villages);
    void add_sites(Candidate const& like, Radio const& radio, std::vector<NewPlace> const& places);
    void add_technologies();
    void add_fibre();
};

CommuneId commune_at(World const& world, geo::XY xy, CommuneId otherwise) {
    auto const cell = world.grid.cell_at(xy);
    if (!cell) return otherwise;
    auto const commune = world.commune_of_cell.data()[*cell];
    return commune >= 0 ? CommuneId{static_cast<std::uint32_t>(commune)} : otherwise;
}

/// Sites of one make, with the ways of connecting each.
void Surveyor::add_sites(Candidate const& like, Radio const& radio, std::vector<NewPlace> const& places) {
    std::vector<Transmitter> transmitters;
    std::vector<Place> ends;
    for (auto const& place : places) {
        transmitters.push_back({place.xy, like.mast_height_m, like.technologies});
        ends.push_back({place.xy, like.mast_height_m});
    }
    auto reaches = reach(world, radio, transmitters, progress);
    auto links = link_options(world, scenario, ends, progress);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!brings_something(reaches[i])) continue;
        auto site = like;
        site.village = places[i].village;
        site.xy = places[i].xy;
        site.commune = commune_at(world, site.xy, world.villages[site.village.value].commune);
        site.reach = std::move(reaches[i]);
        found.new_sites.push_back(std::move(site));
        found.new_site_links.push_back(std::move(links[i]));
    }
}

void Surveyor::add_new_sites(std::vector<VillageSignal> const& base_villages) {
    auto const places = find_new_places(world, scenario, base_villages);
    for (auto village : places.left_out) found.not_tried[village.value] = true;
    Candidate site;
    site.kind = ProjectKind::new_site;
    site.technologies = scenario.rollout.new_site_technologies;
    site.mast_height_m = scenario.rollout.new_mast_height_m;
    add_sites(site, scenario.radio, places.list);
}

void Surveyor::add_relays(std::vector<VillageSignal> const& base_villages) {
    if (!scenario.rollout.relays) return;
    std::vector<NewPlace> places;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (base_villages[v].state != SignalState::good || base_villages[v].broadband_state != SignalState::good)
            places.push_back({world.villages[v].xy, VillageId{v}});
    Candidate relay;
    relay.kind = ProjectKind::relay;
    relay.technologies = scenario.rollout.relay_technologies;
    relay.mast_height_m = scenario.rollout.relay_mast_height_m;
    add_sites(relay, relay_radio(scenario), places);
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
            list.push_back(std::move(site));
        }
    }
    return list;
}

void Surveyor::add_technologies() {
    auto list = upgrades(world, scenario);
    std::vector<Transmitter> transmitters;
    for (auto const& site : list) transmitters.push_back({site.xy, site.mast_height_m, site.technologies});
    auto reaches = reach(world, scenario.radio, transmitters, progress);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!brings_something(reaches[i])) continue;
        list[i].reach = std::move(reaches[i]);
        found.upgrades.push_back(std::move(list[i]));
    }
}

void Surveyor::add_fibre() {
    if (!scenario.rollout.fibre_to_villages) return;
    std::vector<Candidate> without;
    std::vector<Place> ends;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        if (village.fibre_year != 0 && village.fibre_year <= scenario.years.last) continue;
        Candidate fibre;
        fibre.kind = ProjectKind::fibre_village;
        fibre.village = VillageId{v};
        fibre.commune = village.commune;
        fibre.xy = village.xy;
        without.push_back(std::move(fibre));
        ends.push_back({village.xy, 0});
    }
    auto links = link_options(world, scenario, ends, progress);
    for (std::size_t i = 0; i < without.size(); ++i) {
        if (links[i].fibre.kind == LinkKind::none) continue;
        found.fibre.push_back(std::move(without[i]));
        found.fibre_links.push_back(std::move(links[i]));
    }
}

} // namespace

Radio relay_radio(Scenario const& scenario) {
    auto radio = scenario.radio;
    for (auto t : technologies) radio.budget[index(t)].eirp_dbm -= scenario.rollout.relay_eirp_drop_db;
    return radio;
}

Survey survey(World const& world, Scenario const& scenario, PointSignals const& base,
              std::vector<VillageSignal> const& base_villages, geo::Progress const& progress) {
    Surveyor surveyor{world, scenario, progress, base};
    surveyor.found.not_tried.assign(world.villages.size(), false);
    geo::tell(progress, survey_stage, 0);
    surveyor.add_new_sites(base_villages);
    surveyor.add_relays(base_villages);
    surveyor.add_technologies();
    surveyor.add_fibre();
    merge_reaches(surveyor.found, world);
    geo::tell(progress, survey_stage, 1);
    return std::move(surveyor.found);
}

} // namespace phusong

#include "tools/synthesize/synthesize.h"
#include "tools/synthesize/tables.h"
#include <algorithm>

namespace phusong::synthesize {
namespace {

constexpr double road_tolerance_m = 60;

Titles titles(Scenario const& scenario, std::string const& province) {
    return {fmt::format("phusong-synthesize, seed {}", scenario.seed), province, scenario.years.base};
}

/// The province without anything that this program makes.
World bare_world(Scenario& scenario, Store const& store, geo::Progress const& progress) {
    scenario.world.villages = scenario.world.roads = scenario.world.sites = {};
    return read_world(scenario, store, progress);
}

} // namespace

Ground make_ground(Scenario scenario, std::string const& province, std::filesystem::path const& facts_folder,
                   Store const& store, geo::Progress const& progress) {
    auto const world = bare_world(scenario, store, progress);
    auto const facts = read_facts(facts_folder, world, scenario.years.base);
    auto villages = place_villages(world, facts, scenario.seed);
    settle(villages, world, scenario.seed);
    connect(villages, world, facts, scenario.years.base, scenario.seed);
    auto const roads = road_lines(lay_roads(world, facts, villages), road_tolerance_m);
    auto const said = titles(scenario, province);
    Ground ground{{villages_csv(villages, world, said), roads_csv(roads, world, said), {}}, {}};
    ground.counts.villages = villages.size();
    ground.counts.synthetic_villages =
        static_cast<std::size_t>(std::ranges::count_if(villages, &VillageRow::synthetic));
    ground.counts.roads = roads.size();
    for (auto const& road : roads) ground.counts.road_km += geo::length_m(road.line) / 1000;
    return ground;
}

Made make_sites(Scenario scenario, std::string const& province, std::filesystem::path const& facts_folder,
                Store const& store, geo::Progress const& progress) {
    scenario.world.sites = {};
    auto const world = read_world(scenario, store, progress);
    auto const facts = read_facts(facts_folder, world, scenario.years.base);
    auto roads = road_grid(world);
    mark_roads(roads, world.roads);
    auto candidates = site_candidates(world, roads, scenario.seed);
    look_from(candidates, world, scenario.radio, progress);
    auto const unserved = choose_unserved(world, facts, candidates);
    auto const rows = equip(world, facts, candidates, choose_sites(world, facts, candidates, unserved));
    Made made{sites_csv(rows, world, titles(scenario, province)), rows.size(), 0, unserved.villages.size()};
    for (auto const& row : rows)
        made.stations += 1 + static_cast<std::size_t>(std::ranges::count(row.technologies, '+'));
    return made;
}

} // namespace phusong::synthesize

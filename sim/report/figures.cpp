#include "sim/report/figures.h"
#include "sim/report/html.h"
#include "sim/report/simplify.h"
#include <algorithm>
#include <map>

namespace phusong::report {
namespace {

constexpr double outline_tolerance_m = 60; ///< about one unit of a province's map

std::vector<std::vector<CommuneYear>> all_years(Source const& source) {
    std::vector<std::vector<CommuneYear>> years;
    for (std::size_t y = 0; y < source.outcome.villages.size(); ++y)
        years.push_back(commune_years(source.world, source.outcome, y));
    return years;
}

std::vector<Unit> commune_units(World const& world, std::vector<std::vector<CommuneYear>> const& years) {
    std::vector<Unit> units;
    for (std::size_t c = 0; c < world.communes.size(); ++c) {
        units.push_back({world.communes[c].code, world.communes[c].name, {}});
        for (auto const& year : years) units.back().years.push_back(year[c]);
    }
    return units;
}

std::vector<Unit> district_units(World const& world, std::vector<std::vector<CommuneYear>> const& years) {
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t c = 0; c < world.communes.size(); ++c) members[world.communes[c].district_code].push_back(c);
    std::vector<Unit> units;
    for (auto const& [code, communes] : members) {
        Unit unit{code, world.communes[communes.front()].district, {}, communes.size()};
        for (auto const& year : years) {
            std::vector<CommuneYear> part;
            for (auto const c : communes) part.push_back(year[c]);
            unit.years.push_back(province(part));
        }
        units.push_back(std::move(unit));
    }
    return units;
}

double people_in_reach(World const& world, Reach const& reach) {
    double most = 0;
    for (auto const& cells : reach.people_cells) {
        double sum = 0;
        for (auto const cell : cells) sum += world.people[cell].people;
        most = std::max(most, sum);
    }
    return most;
}

/// Calls `tell(village)` for each village whose hall the candidate serves, each once.
template <class Tell> void for_each_hall(Candidate const& candidate, Tell const& tell) {
    std::vector<std::uint32_t> halls;
    for (auto const& of_technology : candidate.reach.halls)
        halls.insert(halls.end(), of_technology.begin(), of_technology.end());
    std::ranges::sort(halls);
    halls.erase(std::unique(halls.begin(), halls.end()), halls.end());
    for (auto const village : halls) tell(village);
}

std::vector<VillageStory> tell_stories(Source const& source, std::vector<double> const& people) {
    std::vector<VillageStory> stories(source.world.villages.size());
    auto const& candidates = source.outcome.candidates.list;
    auto const per_person = [&](std::size_t i) { return candidates[i].cost.capex_vnd() / std::max(people[i], 1.0); };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for_each_hall(candidates[i], [&](std::uint32_t village) {
            auto& best = stories[village].candidate;
            if (!best || per_person(i) < per_person(*best)) best = i;
        });
    auto const bringers = bringers_of_signal(source.outcome.plan.projects, stories.size());
    for (std::size_t v = 0; v < stories.size(); ++v) stories[v].project = bringers[v];
    return stories;
}

std::vector<std::string> outlines(World const& world, MapFrame const& frame, double tolerance_m) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : world.communes) shapes.push_back(commune.boundary);
    std::vector<std::string> paths;
    for (auto const& shape : simplify(shapes, tolerance_m)) paths.push_back(path_of(shape, frame));
    return paths;
}

MapFrame frame_of(World const& world) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : world.communes) shapes.push_back(commune.boundary);
    return frame_around(shapes);
}

} // namespace

Figures figures(Source const& source) {
    auto const& world = source.world;
    auto const years = all_years(source);
    Figures f;
    f.headline = headline(world, source.outcome, source.scenario.years.base);
    f.communes = commune_units(world, years);
    f.districts = district_units(world, years);
    for (auto const& candidate : source.outcome.candidates.list)
        f.candidate_people.push_back(people_in_reach(world, candidate.reach));
    f.stories = tell_stories(source, f.candidate_people);
    f.frame = frame_of(world);
    f.outlines = outlines(world, f.frame, std::max(outline_tolerance_m, f.frame.unit_m));
    for (auto const& each : source.pictures.list)
        f.pictures.push_back("data:image/png;base64," + base64(geo::io::png_bytes(each.picture)));
    return f;
}

} // namespace phusong::report

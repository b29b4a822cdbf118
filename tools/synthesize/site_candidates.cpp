#include "tools/synthesize/draws.h"
#include "tools/synthesize/sites.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace phusong::synthesize {
namespace {

constexpr double near_seat_m = 800, near_village_m = 600; ///< a shoulder is looked for this far around
constexpr double candidate_spacing_m = 700;               ///< along roads
constexpr std::size_t most_along_roads = 14;              ///< per commune
constexpr int shoulder_cells = 5;                         ///< half a kilometre each way
constexpr std::array mast_heights_m{30.0, 36.0, 42.0, 45.0, 50.0};

/// How far a cell stands above the mean of its surroundings, metres; NaN without terrain.
double prominence(geo::Raster const& terrain, std::uint32_t cell) {
    int const row = static_cast<int>(cell / static_cast<std::uint32_t>(terrain.grid.cols));
    int const col = static_cast<int>(cell % static_cast<std::uint32_t>(terrain.grid.cols));
    double sum = 0;
    int n = 0;
    for (int r = row - shoulder_cells; r <= row + shoulder_cells; ++r)
        for (int c = col - shoulder_cells; c <= col + shoulder_cells; ++c)
            if (terrain.grid.contains(r, c) && !std::isnan(terrain.values(r, c))) sum += terrain.values(r, c), ++n;
    return n > 0 ? terrain.at(cell) - sum / n : NAN;
}

/// The cell of the commune within `radius_m` of `p` that stands highest above its surroundings.
std::optional<std::uint32_t> shoulder(geo::Raster const& terrain, geo::XY p, double radius_m) {
    auto const& g = terrain.grid;
    int const reach = static_cast<int>(radius_m / g.cell_m);
    auto const middle = g.cell_at(p);
    if (!middle) return std::nullopt;
    int const row = static_cast<int>(*middle / static_cast<std::uint32_t>(g.cols));
    int const col = static_cast<int>(*middle % static_cast<std::uint32_t>(g.cols));
    std::optional<std::uint32_t> best;
    double most = -HUGE_VAL;
    for (int r = row - reach; r <= row + reach; ++r)
        for (int c = col - reach; c <= col + reach; ++c) {
            if (!g.contains(r, c) || geo::distance_m(g.centre(r, c), p) > radius_m) continue;
            if (double const high = prominence(terrain, g.index(r, c)); high > most) most = high, best = g.index(r, c);
        }
    return best;
}

struct Collector {
    World const& world;
    int seed;
    std::vector<Candidate> list = {};

    void add(CommuneId commune, std::uint32_t cell) {
        auto const draw = geo::uniform(key(seed, Draw::mast_height, cell));
        auto const height = mast_heights_m[static_cast<std::size_t>(draw * static_cast<double>(mast_heights_m.size()))];
        auto const xy = world.grid.centre(cell);
        for (auto const& other : list)
            if (other.commune == commune && other.xy == xy) return;
        list.push_back({xy, commune, height, {}, {}});
    }
};

/// The best shoulders beside the roads of one commune, most prominent first, `candidate_spacing_m` apart.
std::vector<std::uint32_t> along_roads(World const& world, std::vector<std::uint32_t> const& road_cells) {
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (auto const cell : road_cells)
        if (double const high = prominence(world.terrain_m, cell); !std::isnan(high)) ranked.emplace_back(-high, cell);
    std::ranges::sort(ranked);
    std::vector<std::uint32_t> chosen;
    for (auto const& entry : ranked) {
        auto const cell = entry.second;
        auto const near = [&](std::uint32_t other) {
            return geo::distance_m(world.grid.centre(other), world.grid.centre(cell)) < candidate_spacing_m;
        };
        if (std::ranges::none_of(chosen, near)) chosen.push_back(cell);
        if (chosen.size() == most_along_roads) break;
    }
    return chosen;
}

std::vector<std::vector<std::uint32_t>> road_cells_by_commune(World const& world, RoadGrid const& roads) {
    std::vector<std::vector<std::uint32_t>> cells(world.communes.size());
    auto const* zone = world.commune_of_cell.data();
    for (std::uint32_t coarse = 0; coarse < roads.has_road.size(); ++coarse) {
        if (!roads.has_road[coarse]) continue;
        auto const cell = world.grid.cell_at(roads.height_m.grid.centre(coarse));
        if (cell && zone[*cell] != geo::outside) cells[static_cast<std::size_t>(zone[*cell])].push_back(*cell);
    }
    return cells;
}

} // namespace

std::vector<Candidate> site_candidates(World const& world, RoadGrid const& roads, int seed) {
    Collector collector{world, seed};
    auto const road_cells = road_cells_by_commune(world, roads);
    for (std::uint32_t c = 0; c < world.communes.size(); ++c) {
        for (double const radius : {near_seat_m, near_seat_m / 2})
            if (auto const cell = shoulder(world.terrain_m, world.communes[c].seat, radius)) collector.add({c}, *cell);
        if (auto const cell = world.grid.cell_at(world.communes[c].seat)) collector.add({c}, *cell);
        for (auto const cell : along_roads(world, road_cells[c])) collector.add({c}, cell);
    }
    for (auto const& village : world.villages)
        if (auto const cell = shoulder(world.terrain_m, village.xy, near_village_m))
            collector.add(village.commune, *cell);
    return collector.list;
}

namespace {

/// The same ground with one inhabited cell per village, its centre, so that `reach` tells which villages are served.
struct Centres {
    World world;
    std::vector<std::vector<std::uint32_t>> villages; ///< by index into world.people
};

Centres centres_only(World const& world) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> villages_of_cell;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (auto const cell = world.grid.cell_at(world.villages[v].xy)) villages_of_cell[*cell].push_back(v);
    Centres centres{world, {}};
    centres.world.people.clear();
    for (auto const& [cell, villages] : villages_of_cell) {
        centres.world.people.push_back({cell, {villages.front()}, 1});
        centres.villages.push_back(villages);
    }
    return centres;
}

std::vector<std::uint32_t> villages_seen(Centres const& centres, Reach const& seen) {
    std::set<std::uint32_t> villages;
    for (auto const& cells : seen.people_cells)
        for (auto const cell : cells) villages.insert(centres.villages[cell].begin(), centres.villages[cell].end());
    return {villages.begin(), villages.end()};
}

} // namespace

void look_from(std::vector<Candidate>& candidates, World const& world, Radio const& radio,
               geo::Progress const& progress) {
    auto const centres = centres_only(world);
    Radio faint = radio; // what a phone just about notices: weak signal counts as signal
    for (auto& budget : faint.budget) budget.threshold_dbm -= radio.weak_band_db;
    TechnologySet all, oldest;
    for (auto const t : {Technology::g2, Technology::g3, Technology::g4}) all.add(t);
    for (auto const t : {Technology::g2, Technology::g3}) oldest.add(t);
    std::vector<Transmitter> any, sure;
    for (auto const& candidate : candidates) {
        any.push_back({candidate.xy, candidate.mast_height_m, all});
        sure.push_back({candidate.xy, candidate.mast_height_m, oldest});
    }
    auto const weak = reach(centres.world, faint, any, progress);
    auto const good = reach(centres.world, radio, sure, progress);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].served = villages_seen(centres, weak[i]);
        candidates[i].good = villages_seen(centres, good[i]);
    }
}

} // namespace phusong::synthesize

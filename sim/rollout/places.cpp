#include "sim/rollout/places.h"
#include "sim/network/microwave/line_of_sight.h"
#include <algorithm>
#include <cmath>
#include <tuple>

namespace phusong {
namespace {

/// The search for places: what stays the same from village to village, and what was found so far.
struct Search {
    World const& world;
    Scenario const& scenario;
    std::vector<float> const road_m;
    NewPlaces found = {};

    Rollout const& settings() const { return scenario.rollout; }
    double radius_m() const { return settings().new_site_search_km * 1000; }
    bool full() const { return found.list.size() >= static_cast<std::size_t>(settings().max_new_places); }

    bool sees_centre(geo::XY place, Village const& village) const {
        return sees(world.terrain_m, place, scenario.rollout.new_mast_height_m, village.xy,
                    scenario.radio.receiver_height_m, scenario.radio.effective_earth_factor);
    }
    bool apart(geo::XY place) const {
        return std::ranges::none_of(found.list, [&](NewPlace const& other) {
            return geo::distance_m(other.xy, place) < settings().new_sites_apart_m;
        });
    }
    /// Height less what the way to the road is worth; without any road only height counts.
    double worth_m(std::uint32_t cell) const {
        double const height = world.terrain_m.at(cell);
        return std::isfinite(road_m[cell])
                   ? height - static_cast<double>(road_m[cell]) / 1000 * settings().road_worth_m_per_km
                   : height;
    }
    bool usable(std::uint32_t cell) const {
        return world.commune_of_cell.data()[cell] >= 0 && !std::isnan(world.terrain_m.at(cell));
    }

    std::vector<std::uint32_t> ground_around(Village const& village) const;
    int seen_already(Village const& village) const;
    void add_for(VillageId id, int wanted);
};

/// Usable cells within the search radius, worthiest first; ties by cell number.
std::vector<std::uint32_t> Search::ground_around(Village const& village) const {
    auto const& grid = world.grid;
    int const step = std::max(1, static_cast<int>(std::lround(settings().new_site_step_m / grid.cell_m)));
    int const reach = static_cast<int>(std::floor(radius_m() / grid.cell_m));
    auto const centre = grid.cell_at(village.xy);
    if (!centre) return {};
    int const row = static_cast<int>(*centre) / grid.cols, col = static_cast<int>(*centre) % grid.cols;
    std::vector<std::tuple<double, std::uint32_t>> ranked;
    for (int r = row - reach; r <= row + reach; r += step)
        for (int c = col - reach; c <= col + reach; c += step) {
            if (!grid.contains(r, c) || geo::distance_m(grid.centre(r, c), village.xy) > radius_m()) continue;
            if (usable(grid.index(r, c))) ranked.emplace_back(-worth_m(grid.index(r, c)), grid.index(r, c));
        }
    std::ranges::sort(ranked);
    std::vector<std::uint32_t> cells;
    for (auto const& [worth, cell] : ranked) cells.push_back(cell);
    return cells;
}

int Search::seen_already(Village const& village) const {
    return static_cast<int>(std::ranges::count_if(found.list, [&](NewPlace const& place) {
        return geo::distance_m(place.xy, village.xy) <= radius_m() && sees_centre(place.xy, village);
    }));
}

void Search::add_for(VillageId id, int wanted) {
    auto const& village = world.villages[id.value];
    int have = seen_already(village);
    if (have >= wanted) return;
    if (full()) {
        if (have == 0) found.left_out.push_back(id);
        return;
    }
    for (auto cell : ground_around(village)) {
        if (have >= wanted || full()) return;
        auto const place = world.grid.centre(cell);
        if (!apart(place) || !sees_centre(place, village)) continue;
        found.list.push_back({place, id});
        ++have;
    }
    if (have == 0) found.list.push_back({village.xy, id});
}

/// Villages in the order of their turn: state, then people; the good ones with 4G have no turn.
std::vector<VillageId> in_turn(World const& world, std::vector<VillageSignal> const& base) {
    std::vector<std::tuple<SignalState, double, std::uint32_t>> turns;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (base[v].state != SignalState::good || base[v].broadband_state != SignalState::good)
            turns.emplace_back(base[v].state, -world.villages[v].people, v);
    std::ranges::sort(turns);
    std::vector<VillageId> ids;
    for (auto const& [state, people, v] : turns) ids.push_back(VillageId{v});
    return ids;
}

} // namespace

NewPlaces find_new_places(World const& world, Scenario const& scenario,
                          std::vector<VillageSignal> const& base_villages) {
    Search search{world, scenario, road_distance_m(world)};
    for (auto id : in_turn(world, base_villages)) {
        bool const needs_signal = base_villages[id.value].state != SignalState::good;
        search.add_for(id, needs_signal ? scenario.rollout.new_sites_per_village : 1);
    }
    return std::move(search.found);
}

} // namespace phusong

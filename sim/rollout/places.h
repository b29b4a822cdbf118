#pragma once
#include "sim/radio/radio.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <vector>

namespace phusong {

/// Ground on which a new site could stand, and the village for which it was found (others may see it too).
struct NewPlace {
    geo::XY xy;
    VillageId village;
};

/// Where a radio engineer would look: around every village that lacks good signal, the highest ground that sees its
/// centre, with `road_worth_m_per_km` taken off for every kilometre from the nearest road. `new_sites_per_village`
/// places for a village with weak or no signal, one for a village that lacks only 4G; places `new_sites_apart_m` apart
/// at least, shared between villages. Where nothing sees the village, its own centre. Order:  villages without signal
/// first, then weak ones, then those without 4G; most people first. `left_out` are villages that
/// got no place because `max_new_places` were found before their turn.
struct NewPlaces {
    std::vector<NewPlace> list;
    std::vector<VillageId> left_out;
};
[[nodiscard]] NewPlaces find_new_places(World const& world, Scenario const& scenario,
                                        std::vector<VillageSignal> const& base_villages);

/// Distance from every cell to the nearest road, metres, along rows, columns and diagonals; infinite without roads.
[[nodiscard]] std::vector<float> road_distance_m(World const& world);

} // namespace phusong

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
/// places for a village with weak or no signal, one for a village that lacks only 4G; places 500 m apart at least,
/// shared between villages. Where nothing sees the village, its own centre. Order:  villages without signal first, then
/// weak ones, then those without 4G; most people first. Notes:  `villages_left_out` counts villages that got no place
/// because `most_places` were found before their turn.
struct NewPlaces {
    std::vector<NewPlace> list;
    int villages_left_out = 0;
};
[[nodiscard]] NewPlaces find_new_places(World const& world, Scenario const& scenario,
                                        std::vector<VillageSignal> const& base_villages);

inline constexpr std::size_t most_places = 1500;   ///< bounds the radio work of one run
inline constexpr double road_worth_m_per_km = 100; ///< judgement: 1 km of track is worth 100 m of height
inline constexpr double places_apart_m = 500;      ///< nearer places would cover the same people

/// Whether a straight ray from `height_a_m` above ground at `a` to `height_b_m` at `b` clears the terrain between them.
/// Source:  earth bulge d1 · d2 / (2 · k · a), Rec. ITU-R P.530-18 §2.2; no Fresnel clearance asked here.
/// Errors:  false where terrain is unknown.
[[nodiscard]] bool sees(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
                        double effective_earth_factor);

/// Distance from every cell to the nearest road, metres, along rows, columns and diagonals; infinite without roads.
[[nodiscard]] std::vector<float> road_distance_m(World const& world);

} // namespace phusong

#include "sim/radio/radio.h"
#include <cmath>

namespace phusong {
namespace {

TechnologySet good_in(std::uint32_t cell, Radio const& radio, SignalMaps const& maps) {
    TechnologySet good;
    for (auto t : technologies) // NaN, no signal, is not >= anything
        if (maps.best_dbm[index(t)].at(cell) >= static_cast<float>(radio.budget[index(t)].threshold_dbm)) good.add(t);
    return good;
}

} // namespace

PointSignals at_points(World const& world, Radio const& radio, SignalMaps const& maps) {
    PointSignals points;
    for (auto const& inhabited : world.people) points.good.push_back(good_in(inhabited.cell, radio, maps));
    for (auto const& village : world.villages) {
        auto const cell = world.grid.cell_at(village.xy);
        for (auto t : technologies)
            points.hall_dbm[index(t)].push_back(cell ? maps.best_dbm[index(t)].at(*cell) : geo::no_data);
    }
    return points;
}

TechnologySet good_at_hall(PointSignals const& points, Radio const& radio, std::size_t village) {
    TechnologySet good;
    for (auto t : technologies)
        if (points.hall_dbm[index(t)][village] >= static_cast<float>(radio.budget[index(t)].threshold_dbm)) good.add(t);
    return good;
}

void add_reach(PointSignals& points, Reach const& reach) {
    for (auto t : technologies) {
        for (auto i : reach.people_cells[index(t)]) points.good[i].add(t);
        for (auto const& [village, dbm] : reach.heard[index(t)])
            if (float& kept = points.hall_dbm[index(t)][village]; !(kept >= dbm)) kept = dbm;
    }
}

} // namespace phusong

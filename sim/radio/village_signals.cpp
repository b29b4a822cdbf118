#include "sim/radio/radio.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

float at_centre(geo::Raster const& map, geo::XY xy) {
    auto const cell = map.grid.cell_at(xy);
    return cell ? map.at(*cell) : geo::no_data;
}

/// Share of each village's people at or above the threshold.
std::vector<double> served_shares(World const& world, geo::Raster const& map, double threshold_dbm) {
    std::vector<double> served(world.villages.size()), all(world.villages.size());
    for (auto const& p : world.people) {
        all[p.village.value] += p.people;
        if (map.at(p.cell) >= static_cast<float>(threshold_dbm)) served[p.village.value] += p.people;
    }
    for (std::size_t v = 0; v < served.size(); ++v) {
        if (all[v] > 0)
            served[v] /= all[v];
        else // nobody is placed on the grid: the centre speaks for the village
            served[v] = at_centre(map, world.villages[v].xy) >= static_cast<float>(threshold_dbm) ? 1 : 0;
    }
    return served;
}

SignalState state_of(Radio const& radio, LinkBudget const& budget, float centre_dbm, double people_share) {
    bool const most_people = enough_people(radio, people_share, 1);
    if (centre_dbm >= static_cast<float>(budget.threshold_dbm) && most_people) return SignalState::good;
    bool const faint = centre_dbm >= static_cast<float>(budget.threshold_dbm - radio.weak_band_db);
    return faint || (most_people && people_share > 0) ? SignalState::weak : SignalState::none;
}

} // namespace

std::vector<VillageSignal> village_signals(World const& world, Radio const& radio, SignalMaps const& maps) {
    std::vector<VillageSignal> out(world.villages.size());
    for (auto t : technologies) {
        auto const& map = maps.best_dbm[index(t)];
        auto const& budget = radio.budget[index(t)];
        auto const shares = served_shares(world, map, budget.threshold_dbm);
        for (std::size_t v = 0; v < out.size(); ++v) {
            float const centre = at_centre(map, world.villages[v].xy);
            auto const state = state_of(radio, budget, centre, shares[v]);
            out[v].centre_dbm[index(t)] = centre;
            out[v].people_share[index(t)] = shares[v];
            out[v].state = std::max(out[v].state, state);
            if (t == Technology::g4 || t == Technology::g5)
                out[v].broadband_state = std::max(out[v].broadband_state, state);
        }
    }
    return out;
}

} // namespace phusong

#include "sim/radio/radio.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

/// Share of each village's people at or above the threshold.
std::vector<double> served_shares(World const& world, PointSignals const& points, Technology technology,
                                  double threshold_dbm) {
    std::vector<double> served(world.villages.size()), all(world.villages.size());
    for (std::size_t i = 0; i < world.people.size(); ++i) {
        auto const& p = world.people[i];
        all[p.village.value] += p.people;
        if (points.good[i].has(technology)) served[p.village.value] += p.people;
    }
    auto const& halls = points.hall_dbm[index(technology)];
    for (std::size_t v = 0; v < served.size(); ++v) {
        if (all[v] > 0)
            served[v] /= all[v];
        else // nobody is placed on the grid: the centre speaks for the village
            served[v] = halls[v] >= static_cast<float>(threshold_dbm) ? 1 : 0;
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

std::vector<VillageSignal> village_signals(World const& world, Radio const& radio, PointSignals const& points) {
    std::vector<VillageSignal> out(world.villages.size());
    for (auto t : technologies) {
        auto const& budget = radio.budget[index(t)];
        auto const shares = served_shares(world, points, t, budget.threshold_dbm);
        for (std::size_t v = 0; v < out.size(); ++v) {
            float const centre = points.hall_dbm[index(t)][v];
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

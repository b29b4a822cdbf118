#include "sim/radio/radio.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

using Shares = std::array<double, technology_count>;

/// Share of each village's people at or above the threshold of each technology.
std::vector<Shares> served_shares(World const& world, Radio const& radio, PointSignals const& points) {
    std::vector<Shares> served(world.villages.size());
    std::vector<double> all(world.villages.size());
    for (std::size_t i = 0; i < world.people.size(); ++i) {
        auto const& p = world.people[i];
        all[p.village.value] += p.people;
        for (auto const t : technologies)
            if (points.good[i].has(t)) served[p.village.value][index(t)] += p.people;
    }
    for (std::size_t v = 0; v < served.size(); ++v)
        for (auto const t : technologies) {
            auto const threshold_dbm = static_cast<float>(radio.budget[index(t)].threshold_dbm);
            if (all[v] > 0)
                served[v][index(t)] /= all[v];
            else // nobody is placed on the grid: the centre speaks for the village
                served[v][index(t)] = points.hall_dbm[index(t)][v] >= threshold_dbm ? 1 : 0;
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
    auto const shares = served_shares(world, radio, points);
    for (auto t : technologies) {
        auto const& budget = radio.budget[index(t)];
        for (std::size_t v = 0; v < out.size(); ++v) {
            float const centre = points.hall_dbm[index(t)][v];
            auto const state = state_of(radio, budget, centre, shares[v][index(t)]);
            out[v].centre_dbm[index(t)] = centre;
            out[v].people_share[index(t)] = shares[v][index(t)];
            out[v].state = std::max(out[v].state, state);
            if (t == Technology::g4 || t == Technology::g5)
                out[v].broadband_state = std::max(out[v].broadband_state, state);
        }
    }
    return out;
}

} // namespace phusong

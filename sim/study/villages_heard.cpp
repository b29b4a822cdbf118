#include "sim/study/villages_heard.h"
#include "geo/random.h"
#include "sim/radio/coverage_probability.h"
#include <cmath>

namespace phusong::study {
namespace {

constexpr std::uint32_t error_of_village = 85; ///< purpose of the random numbers

/// By how much the best technology exceeds its threshold at the hall; NaN where none is heard.
float over_threshold_db(Radio const& radio, VillageSignal const& village) {
    float best_db = geo::no_data;
    for (auto t : technologies) {
        float const over_db = village.centre_dbm[index(t)] - static_cast<float>(radio.budget[index(t)].threshold_dbm);
        if (!std::isnan(over_db) && !(best_db >= over_db)) best_db = over_db;
    }
    return best_db;
}

} // namespace

double villages_heard(Scenario const& scenario, std::vector<VillageSignal> const& villages, std::uint32_t draw) {
    auto const seed = static_cast<std::uint64_t>(scenario.seed);
    double heard = 0;
    for (std::uint32_t v = 0; v < villages.size(); ++v) {
        double const probability = served_probability(scenario.radio, over_threshold_db(scenario.radio, villages[v]));
        heard += geo::uniform({seed, error_of_village, v, draw}) < probability ? 1 : 0;
    }
    return heard;
}

} // namespace phusong::study

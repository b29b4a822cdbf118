#include "sim/study/villages_heard.h"
#include "geo/random.h"
#include "sim/radio/coverage_probability.h"

namespace phusong::study {
namespace {

constexpr std::uint32_t error_of_village = 85; ///< purpose of the random numbers

} // namespace

double villages_heard(Scenario const& scenario, std::vector<VillageSignal> const& villages, std::uint32_t draw) {
    auto const seed = static_cast<std::uint64_t>(scenario.seed);
    double heard = 0;
    for (std::uint32_t v = 0; v < villages.size(); ++v) {
        double const probability = served_probability(
            scenario.radio, margin_over_threshold_db(villages[v].centre_dbm, scenario.radio, Reception::any));
        heard += geo::uniform({seed, error_of_village, v, draw}) < probability ? 1 : 0;
    }
    return heard;
}

} // namespace phusong::study

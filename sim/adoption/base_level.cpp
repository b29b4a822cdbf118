#include "sim/adoption/base_level.h"
#include <algorithm>

namespace phusong {
namespace {

std::vector<double> factors(World const& world, double poor_ceiling_share) {
    auto const part = [&](double poor_share) { return 1 - poor_share * (1 - poor_ceiling_share); };
    double people = 0, sum = 0;
    for (auto const& commune : world.communes) {
        people += commune.people;
        sum += commune.people * part(commune.poor_share);
    }
    double const mean = people > 0 ? sum / people : 1;
    std::vector<double> result;
    for (auto const& commune : world.communes) result.push_back(mean > 0 ? part(commune.poor_share) / mean : 1);
    return result;
}

} // namespace

std::array<std::vector<double>, service_count> ceiling_factors(World const& world, Adoption const& adoption) {
    std::array<std::vector<double>, service_count> result;
    for (auto const kind : services)
        result[index(kind)] = factors(world, service_of(adoption, kind).poor_ceiling_share);
    return result;
}

BaseLevel base_level(World const& world, Scenario const& scenario, Service const& service,
                     std::vector<double> const& reached_share, std::vector<double> const& ceiling_factor) {
    BaseLevel level;
    int const base = scenario.years.base;
    double const growth = world.growth_since_census(base), growth_before = world.growth_since_census(base - 1);
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        level.people += village.people * growth;
        level.people_reached += village.people * growth * reached_share[v] * ceiling_factor[village.commune.value];
    }
    // NaN or infinity when nobody is reached; calibrate refuses both.
    level.share = service.base_per_100 / 100 * level.people / (service.ceiling_share * level.people_reached);
    // base_growth_share counts subscriptions; the part of it that is more people does not move along the curve.
    level.share_before = level.share * (growth / growth_before) / (1 + service.base_growth_share);
    return level;
}

TakeUpCurve curve_of(BaseLevel const& level, Service const& service) {
    auto curve =
        curve_through(curve_shape(service.curve), level.share, level.share_before, service.innovation_per_year);
    curve.ceiling_share = service.ceiling_share;
    curve.new_place_rate_per_year = service.new_place_rate_per_year;
    return curve;
}

TakeUpCurve shifted_curve(BaseLevel level, Service service, double growth_points, double ceiling_share) {
    constexpr double least_before = 0.05, most_before = 2, fullest_share = 0.98;
    double const factor = std::max(level.share / fullest_share, 1 + ceiling_share);
    service.ceiling_share *= factor;
    double const share = level.share / factor, before = level.share_before / factor;
    level.share = share;
    level.share_before =
        std::clamp(before - share * growth_points / service.base_per_100, least_before * share, most_before * share);
    return curve_of(level, service);
}

} // namespace phusong

#include "sim/adoption/adoption.h"
#include <algorithm>
#include <cmath>

namespace phusong {

double TakeUpCurve::take_up(double years_since_base) const {
    return 1 / (1 + std::exp(-rate_per_year * (years_since_base - midpoint_years)));
}

double TakeUpCurve::take_up_new(double years_since_base, double age_years) const {
    double const mean_age_years = age_years + 0.5; // places are reached all through the year
    return take_up(years_since_base) * -std::expm1(-new_place_rate_per_year * mean_age_years);
}

double smartphone_share(Adoption const& adoption, int years_since_base) {
    double const points = adoption.smartphone_growth_points_per_year * years_since_base; // percentage points
    double const ceiling = std::max(adoption.smartphone_ceiling_share, adoption.smartphone_share_base);
    return std::clamp(adoption.smartphone_share_base + points / 100, 0.0, ceiling);
}

} // namespace phusong

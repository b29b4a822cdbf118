#include "sim/adoption/adoption.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace phusong {

CurveShape curve_shape(std::string_view name) {
    auto const found = std::ranges::find(curve_names, name);
    if (found == curve_names.end()) throw std::logic_error("a curve that no scenario may name: " + std::string(name));
    return static_cast<CurveShape>(found - curve_names.begin());
}

double TakeUpCurve::take_up(double years_since_base) const {
    double const years = years_since_base - midpoint_years;
    double const left = std::exp(-rate_per_year * years);
    switch (shape) {
    case CurveShape::logistic:
        return 1 / (1 + left);
    case CurveShape::gompertz:
        return std::exp(-left);
    case CurveShape::falling:
        return 1 / left; // the rate is negative
    case CurveShape::bass:
        break;
    }
    double const imitation = rate_per_year - innovation_per_year;
    return years <= 0 ? 0 : -std::expm1(-rate_per_year * years) / (1 + imitation / innovation_per_year * left);
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

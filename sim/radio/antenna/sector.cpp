#include "sim/radio/antenna/sector.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {
namespace {

constexpr double radians_per_deg = std::numbers::pi / 180;

} // namespace

double depression_deg(double antenna_m, double receiver_m, double distance_m, double effective_earth_radius_km) {
    double const bulge = distance_m / (2 * effective_earth_radius_km * 1000);
    return std::atan((antenna_m - receiver_m) / distance_m + bulge) / radians_per_deg;
}

double gain_dbi(Sector const& sector, double azimuth_deg, double depression_deg) {
    auto const& pattern = *sector.pattern;
    double const off_axis_deg = half_turn_deg(azimuth_deg - sector.azimuth_deg);
    double const below_axis_deg = depression_deg -
                                  sector.mechanical_tilt_deg * std::cos(off_axis_deg * radians_per_deg) -
                                  (sector.electrical_tilt_deg - pattern.electrical_tilt_deg);
    return pattern.gain_dbi - std::min(attenuation_db(pattern.horizontal_db, off_axis_deg) +
                                           attenuation_db(pattern.vertical_db, below_axis_deg),
                                       pattern.most_attenuation_db);
}

double eirp_dbm(Sector const& sector) { return sector.power_dbm - sector.losses_db + sector.pattern->gain_dbi; }

} // namespace phusong

#include "sim/network/microwave/multipath.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {
namespace {

double inclination_mrad(MultipathPath const& p) { return std::abs(p.height_a_m - p.height_b_m) / p.length_km; }

/// Percent of the worst month at a fade of 0 dB: the multipath occurrence factor.
double occurrence_percent(MultipathPath const& p) {
    double const d = p.length_km, f = p.frequency_ghz;
    double const h_c = (p.height_a_m + p.height_b_m) / 2 - d * d / 102 - p.mean_ground_m;
    double const h_l = std::min(p.height_a_m, p.height_b_m);
    double const limit = p.dn75 * std::pow(d, 1.5) * std::sqrt(f) / 24730;
    double const v_sr = std::min(std::pow(p.dn75 / 50, 1.8) * std::exp(-h_c / (2.5 * std::sqrt(d))), limit);
    double const power = -0.376 * std::tanh((h_c - 147) / 125) - 0.334 * std::pow(inclination_mrad(p), 0.39) -
                         0.00027 * h_l + 17.85 * v_sr;
    return std::pow(10, p.log10_k + power) * std::pow(d, 3.51) * std::pow(f * f + 13, 0.447);
}

/// Percent at fades too shallow for the straight line, §2.3.2, step 4.
double shallow_percent(double p0, double a_t_db, double a_db) {
    double const p_t = std::min(p0 * std::pow(10, -a_t_db / 10), 99.999);
    double const q_a_t = -20 * std::log10(-std::log((100 - p_t) / 100)) / a_t_db;
    double const q_t = (q_a_t - 2) / ((1 + 0.3 * std::pow(10, -a_t_db / 20)) * std::pow(10, -0.016 * a_t_db)) -
                       4.3 * (std::pow(10, -a_t_db / 20) + a_t_db / 800);
    double const q_a = 2 + (1 + 0.3 * std::pow(10, -a_db / 20)) * std::pow(10, -0.016 * a_db) *
                               (q_t + 4.3 * (std::pow(10, -a_db / 20) + a_db / 800));
    return 100 * (1 - std::exp(-std::pow(10, -q_a * a_db / 20)));
}

} // namespace

double multipath_worst_month_share(MultipathPath const& path, double fade_db) {
    if (!(fade_db > 0)) return 1;
    double const p0 = occurrence_percent(path);
    double const a_t_db = 25 + 1.2 * std::log10(p0);
    bool const deep = fade_db >= a_t_db || !(a_t_db > 0);
    double const percent = deep ? p0 * std::pow(10, -fade_db / 10) : shallow_percent(p0, a_t_db, fade_db);
    return std::clamp(percent / 100, 0.0, 1.0);
}

double multipath_year_share(MultipathPath const& path, double fade_db) {
    double const cosine = std::pow(std::abs(std::cos(2 * path.latitude_deg * std::numbers::pi / 180)), 0.7);
    double const side = std::abs(path.latitude_deg) <= 45 ? 1.1 + cosine : 1.1 - cosine;
    double const delta_g_db =
        10.5 - 5.6 * std::log10(side) - 2.7 * std::log10(path.length_km) + 1.7 * std::log10(1 + inclination_mrad(path));
    // Never better than 10.8 dB; on hops so long that it falls below 0, the year is as the worst month.
    double const gained_db = std::clamp(delta_g_db, 0.0, 10.8);
    return multipath_worst_month_share(path, fade_db) * std::pow(10, -gained_db / 10);
}

} // namespace phusong

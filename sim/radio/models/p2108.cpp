#include "sim/radio/models/p2108.h"
#include "sim/radio/models/model_domain.h"
#include "sim/radio/models/normal_quantile.h"
#include "sim/radio/models/p526_bullington.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

bool diffracts(ClutterType type) { return type != ClutterType::water_sea && type != ClutterType::open_rural; }

double statistical_loss_at(double f, double d, double F) {
    double const log_f = std::log10(f);
    double const Ll = -2 * std::log10(std::pow(10, -5 * log_f - 12.5) + std::pow(10, -16.5)); // P.2108-1 (4a)
    double const sigma_l = 4;                                                                 // (4b)
    double const Ls = 32.98 + 23.9 * std::log10(d) + 3 * log_f;                               // (5a)
    double const sigma_s = 6;                                                                 // (5b)
    double const wl = std::pow(10, -0.2 * Ll), ws = std::pow(10, -0.2 * Ls);
    double const sigma_cb = std::sqrt((sigma_l * sigma_l * wl + sigma_s * sigma_s * ws) / (wl + ws)); // (3b)
    return -5 * std::log10(wl + ws) + sigma_cb * F; // (3a), with Q^-1(p/100) = -F
}

} // namespace

double p2108_default_height_m(ClutterType type) {
    switch (type) {
    case ClutterType::dense_urban:
        return 20;
    case ClutterType::urban:
    case ClutterType::trees_forest:
        return 15;
    case ClutterType::water_sea:
    case ClutterType::open_rural:
    case ClutterType::suburban:
        break;
    }
    return 10;
}

double p2108_height_gain_loss_db(double f_ghz, double h_m, ClutterType type, double R_m, double ws_m) {
    require_domain(f_ghz >= 0.03 && f_ghz <= 3, "P.2108 §3.1: the frequency must lie in 0.03–3 GHz");
    require_domain(h_m > 0, "P.2108 §3.1: the antenna's height must be positive");
    require_domain(R_m > 0 && ws_m > 0, "P.2108 §3.1: clutter height and street width must be positive");
    if (h_m >= R_m) return 0;
    if (!diffracts(type)) {
        double const Kh2 = 21.8 + 6.2 * std::log10(f_ghz); // (2f)
        return -Kh2 * std::log10(h_m / R_m);               // (2b)
    }
    double const hdif = R_m - h_m;                                        // (2d)
    double const theta = std::atan(hdif / ws_m) * 180 / std::numbers::pi; // (2e), degrees
    double const K_nu = 0.342 * std::sqrt(f_ghz);                         // (2g)
    double const nu = K_nu * std::sqrt(hdif * theta);                     // (2c)
    return knife_edge_loss_db(nu) - 6.03;                                 // (2a)
}

double p2108_statistical_loss_db(double f_ghz, double d_km, double p_percent) {
    require_domain(f_ghz >= 0.5 && f_ghz <= 67, "P.2108 §3.2: the frequency must lie in 0.5–67 GHz");
    require_domain(d_km >= 0.25, "P.2108 §3.2: the distance must be at least 0.25 km");
    require_domain(p_percent > 0 && p_percent < 100, "P.2108 §3.2: the percentage must lie between 0 and 100");
    double const F = normal_quantile(p_percent / 100);
    return std::min(statistical_loss_at(f_ghz, d_km, F), statistical_loss_at(f_ghz, 2, F)); // (3), not over (6)
}

} // namespace phusong

#include "sim/radio/models/p1812_time.h"
#include <algorithm>
#include <cmath>

namespace phusong {

double inland_share_tau(double dlm_km) { return 1 - std::exp(-4.12e-4 * std::pow(dlm_km, 2.41)); } // P.1812-6 (3)

double anomalous_time_percent(double dtm, double dlm, double latitude_deg) {
    double const phi = std::abs(latitude_deg), tau = inland_share_tau(dlm);
    double const u1 = std::pow(10, -dtm / (16 - 6.6 * tau)) + std::pow(10, -5 * (0.496 + 0.354 * tau));
    double const mu1 = std::min(std::pow(u1, 0.2), 1.0);                        // (2)
    if (phi > 70) return 4.17 * mu1 * std::pow(10, 0.3 * std::log10(mu1));      // (4), (5)
    double const mu4 = std::pow(10, (-0.935 + 0.0176 * phi) * std::log10(mu1)); // (4)
    return std::pow(10, -0.015 * phi + 1.67) * mu1 * mu4;                       // (5)
}

double median_earth_km(double delta_n) {
    double const k50 = 157 / (157 - delta_n); // (6)
    return geo::earth_radius_km * k50;        // (7a)
}

namespace {

/// I(x) of the upper half, 0 < x <= 1/2, by Hastings' rational function.
double upper_tail(double x) {
    constexpr double C0 = 2.515516698, C1 = 0.802853, C2 = 0.010328;
    constexpr double D1 = 1.432788, D2 = 0.189269, D3 = 0.001308;
    double const T = std::sqrt(-2 * std::log(x));
    double const xi = ((C2 * T + C1) * T + C0) / (((D3 * T + D2) * T + D1) * T + 1);
    return T - xi;
}

} // namespace

double inverse_complementary_normal(double x) {
    x = std::clamp(x, 1e-6, 1 - 1e-6);
    return x <= 0.5 ? upper_tail(x) : -upper_tail(1 - x);
}

double time_factor(double p, double beta0) {
    if (beta0 >= p) return 1;                                                                 // (40b)
    return inverse_complementary_normal(p / 100) / inverse_complementary_normal(beta0 / 100); // (40a)
}

} // namespace phusong

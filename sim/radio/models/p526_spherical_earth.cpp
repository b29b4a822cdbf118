#include "sim/radio/models/p526_spherical_earth.h"
#include "sim/radio/models/p526_bullington.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

/// P.1812-6 (34), limited below as the text under it asks.
double height_gain_db(double B, double K) {
    double const G =
        B > 2 ? 17.6 * std::sqrt(B - 1.1) - 5 * std::log10(B - 1.1) - 8 : 20 * std::log10(B + 0.1 * B * B * B);
    return std::max(G, 2 + 20 * std::log10(K));
}

double distance_term_db(double X) { // (33)
    return X >= 1.6 ? 11 + 10 * std::log10(X) - 17.6 * X : -20 * std::log10(X) - 5.6488 * std::pow(X, 1.425);
}

struct Medium {
    double er, sigma; ///< relative permittivity; conductivity in S/m
};
constexpr Medium land{22, 0.003}, sea{80, 5}; // P.1812-6 §4.3.3

double first_term_over(Medium ground, double d, double hte, double hre, double adft, double f, Polarisation pol) {
    double const er = ground.er, s = 18 * ground.sigma / f;
    double K = 0.036 / std::cbrt(adft * f) / std::sqrt(std::sqrt((er - 1) * (er - 1) + s * s)); // (29a) horizontal
    if (pol == Polarisation::vertical) K *= std::sqrt(er * er + s * s);                         // (29b)
    double const K2 = K * K;
    double const beta = (1 + 1.6 * K2 + 0.67 * K2 * K2) / (1 + 4.5 * K2 + 1.53 * K2 * K2);               // (30)
    double const X = 21.88 * beta * std::cbrt(f / (adft * adft)) * d;                                    // (31)
    double const y = 0.9575 * beta * std::cbrt(f * f / adft);                                            // (32)
    return -distance_term_db(X) - height_gain_db(beta * y * hte, K) - height_gain_db(beta * y * hre, K); // (35), (36)
}

} // namespace

double first_term_loss_db(double d_km, double hte_m, double hre_m, double adft_km, double f_ghz, Ground ground) {
    double const w = ground.sea_share;
    double loss = 0; // (28)
    if (w < 1) loss += (1 - w) * first_term_over(land, d_km, hte_m, hre_m, adft_km, f_ghz, ground.polarisation);
    if (w > 0) loss += w * first_term_over(sea, d_km, hte_m, hre_m, adft_km, f_ghz, ground.polarisation);
    return loss;
}

SmoothClearance smooth_clearance(double d, double hte, double hre, double ap) {
    SmoothClearance out{.d_km = d, .hte_m = hte, .hre_m = hre, .radius_km = ap};
    double const dlos = std::sqrt(2 * ap) * (std::sqrt(0.001 * hte) + std::sqrt(0.001 * hre)); // P.1812-6 (22)
    out.beyond_horizon = d >= dlos;
    if (out.beyond_horizon) return out;
    double const c = (hte - hre) / (hte + hre);        // (24d)
    double const m = 250 * d * d / (ap * (hte + hre)); // (24e)
    double const angle = std::acos(std::clamp(1.5 * c * std::sqrt(3 * m / ((m + 1) * (m + 1) * (m + 1))), -1.0, 1.0));
    double const b = 2 * std::sqrt((m + 1) / (3 * m)) * std::cos(std::numbers::pi / 3 + angle / 3); // (24c)
    double const d1 = d / 2 * (1 + b), d2 = d - d1;                                                 // (24a), (24b)
    out.hse_m = ((hte - 500 * d1 * d1 / ap) * d2 + (hre - 500 * d2 * d2 / ap) * d1) / d;            // (23)
    out.hreq_per_root_lambda_m = 17.456 * std::sqrt(d1 * d2 / d);                                   // (25)
    double const roots = std::sqrt(hte) + std::sqrt(hre);
    out.radius_km = 500 * (d / roots) * (d / roots); // (26)
    return out;
}

double spherical_earth_loss_db(SmoothClearance const& c, double f_ghz, Ground ground) {
    if (c.beyond_horizon) return first_term_loss_db(c.d_km, c.hte_m, c.hre_m, c.radius_km, f_ghz, ground);
    double const hreq = c.hreq_per_root_lambda_m * std::sqrt(wavelength_m(f_ghz));
    if (c.hse_m > hreq) return 0;
    double const Ldft = first_term_loss_db(c.d_km, c.hte_m, c.hre_m, c.radius_km, f_ghz, ground);
    return Ldft < 0 ? 0 : (1 - c.hse_m / hreq) * Ldft; // P.1812-6 (27)
}

} // namespace phusong

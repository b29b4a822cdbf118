#include "sim/radio/models/p1812_anomalous.h"
#include "sim/radio/models/p1812_time.h"
#include <algorithm>
#include <cmath>

namespace phusong {

namespace {

/// Ast, Asr: shielding by the site's own horizon.
double site_shielding_db(double theta, double dl, double f) {
    double const over = theta - 0.1 * dl; // P.1812-6 (48a)
    if (!(over > 0)) return 0;
    return 20 * std::log10(1 + 0.361 * over * std::sqrt(f * dl)) + 0.264 * over * std::cbrt(f); // (48)
}

/// Act, Acr: coupling to ducts over the sea.
double sea_coupling_db(double dc, double dl, double hs, double omega) {
    if (omega < 0.75 || dc > dl || dc > 5) return 0;
    return -3 * std::exp(-0.25 * dc * dc) * (1 + std::tanh(0.07 * (50 - hs))); // (49)
}

double fixed_coupling_db(DuctingPath const& s, double f) {
    double const Alf = f < 0.5 ? 45.375 - 137 * f + 92.5 * f * f : 0; // (47a)
    return 102.45 + 20 * std::log10(f) + 20 * std::log10(s.dlt + s.dlr) + Alf + site_shielding_db(s.theta_t, s.dlt, f) +
           site_shielding_db(s.theta_r, s.dlr, f) + sea_coupling_db(s.dct, s.dlt, s.hts, s.omega) +
           sea_coupling_db(s.dcr, s.dlr, s.hrs, s.omega); // (47)
}

/// beta: beta0 less what the path's geometry and roughness keep from ducting, percent.
double ducting_time_percent(DuctingPath const& s, double beta0) {
    double const tau = inland_share_tau(s.dlm);
    double const alpha = std::max(-0.6 - 3.5e-9 * std::pow(s.d, 3.1) * tau, -3.4); // (55a)
    double const roots = std::sqrt(s.hte) + std::sqrt(s.hre);
    double const mu2 = std::min(std::pow(500 / s.ae * s.d * s.d / (roots * roots), alpha), 1.0); // (55)
    double const dI = std::min(s.d - s.dlt - s.dlr, 40.0);                                       // (56a)
    double const mu3 = s.hm > 10 ? std::exp(-4.6e-5 * (s.hm - 10) * (43 + 6 * dI)) : 1;          // (56)
    return beta0 * mu2 * mu3;                                                                    // (54)
}

double time_and_angle_db(DuctingPath const& s, double f, double p, double beta) {
    double const gamma_d = 5e-5 * s.ae * std::cbrt(f);                                                           // (51)
    double const theta = 1e3 * s.d / s.ae + std::min(s.theta_t, 0.1 * s.dlt) + std::min(s.theta_r, 0.1 * s.dlr); // (52)
    double const lb = std::log10(beta);
    double const gamma = 1.076 / std::pow(2.0058 - lb, 1.012) *
                         std::exp(-(9.51 - 4.8 * lb + 0.198 * lb * lb) * 1e-6 * std::pow(s.d, 1.13));    // (53a)
    double const A = -12 + (1.2 + 3.7e-3 * s.d) * std::log10(p / beta) + 12 * std::pow(p / beta, gamma); // (53)
    return gamma_d * theta + A;                                                                          // (50)
}

} // namespace

double ducting_loss_db(DuctingPath const& path, double f_ghz, double p_percent, double beta0_percent) {
    double const beta = ducting_time_percent(path, beta0_percent);
    return fixed_coupling_db(path, f_ghz) + time_and_angle_db(path, f_ghz, p_percent, beta); // (46)
}

} // namespace phusong

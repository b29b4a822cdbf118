#include "sim/radio/models/tr38901.h"
#include "sim/radio/models/model_domain.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

constexpr double c_m_per_ns = 0.3; // the source takes c = 3.0e8 m/s; f_c is in GHz

bool within(double x, double low, double high) { return x >= low && x <= high; }

void require_link(double d2d_m, double farthest_m, Tr38901Link const& link) {
    require_domain(within(link.fc_ghz, 0.5, 7), "TR 38.901: the frequency must lie in 0.5–7 GHz");
    require_domain(within(link.h_bs_m, 10, 150), "TR 38.901: the base station's height must lie in 10–150 m");
    require_domain(within(d2d_m, 10, farthest_m),
                   "TR 38.901: the distance must lie in 10 m–10 km (5 km in towns and without line of sight)");
}

void require_rma(double d2d_m, double farthest_m, Tr38901Link const& link, RuralStreets const& streets) {
    require_link(d2d_m, farthest_m, link);
    require_domain(within(link.h_ut_m, 1, 10), "TR 38.901 RMa: the user's height must lie in 1–10 m");
    require_domain(within(streets.h_m, 5, 50), "TR 38.901 RMa: the height of buildings must lie in 5–50 m");
    require_domain(within(streets.W_m, 5, 50), "TR 38.901 RMa: the width of streets must lie in 5–50 m");
}

void require_uma(double d2d_m, Tr38901Link const& link) {
    require_link(d2d_m, 5000, link);
    require_domain(within(link.h_ut_m, 1.5, 13), "TR 38.901 UMa: the user's height must lie in 1.5–13 m");
}

double rma_PL1(double d3D, double fc, double h) {
    double const h172 = std::pow(h, 1.72);
    return 20 * std::log10(40 * std::numbers::pi * d3D * fc / 3) + std::min(0.03 * h172, 10.0) * std::log10(d3D) -
           std::min(0.044 * h172, 14.77) + 0.002 * std::log10(h) * d3D;
}

} // namespace

double tr38901_d3d_m(double d2d_m, Tr38901Link const& link) { return std::hypot(d2d_m, link.h_bs_m - link.h_ut_m); }

double tr38901_rma_breakpoint_m(Tr38901Link const& link) { // Table 7.4.1-1, note 5
    return 2 * std::numbers::pi * link.h_bs_m * link.h_ut_m * link.fc_ghz / c_m_per_ns;
}

double tr38901_rma_los_db(double d2d_m, Tr38901Link const& link, RuralStreets const& streets) {
    require_rma(d2d_m, 10e3, link, streets);
    double const d3D = tr38901_d3d_m(d2d_m, link), dBP = tr38901_rma_breakpoint_m(link);
    if (d2d_m <= dBP) return rma_PL1(d3D, link.fc_ghz, streets.h_m);
    return rma_PL1(dBP, link.fc_ghz, streets.h_m) + 40 * std::log10(d3D / dBP); // PL2
}

double tr38901_rma_nlos_db(double d2d_m, Tr38901Link const& link, RuralStreets const& streets) {
    require_rma(d2d_m, 5000, link, streets);
    double const h = streets.h_m, hBS = link.h_bs_m, log_hBS = std::log10(hBS);
    double const log_hUT = std::log10(11.75 * link.h_ut_m);
    double const PL = 161.04 - 7.1 * std::log10(streets.W_m) + 7.5 * std::log10(h) -
                      (24.37 - 3.7 * (h / hBS) * (h / hBS)) * log_hBS +
                      (43.42 - 3.1 * log_hBS) * (std::log10(tr38901_d3d_m(d2d_m, link)) - 3) +
                      20 * std::log10(link.fc_ghz) - (3.2 * log_hUT * log_hUT - 4.97); // PL'
    return std::max(tr38901_rma_los_db(d2d_m, link, streets), PL);
}

double tr38901_rma_los_probability(double d2d_m) { // Table 7.4.2-1
    return d2d_m <= 10 ? 1 : std::exp(-(d2d_m - 10) / 1000);
}

double tr38901_uma_los_db(double d2d_m, Tr38901Link const& link) {
    require_uma(d2d_m, link);
    double const hE = 1;
    double const dBP = 4 * (link.h_bs_m - hE) * (link.h_ut_m - hE) * link.fc_ghz / c_m_per_ns; // note 1
    double const log_d = std::log10(tr38901_d3d_m(d2d_m, link)), log_f = std::log10(link.fc_ghz);
    if (d2d_m <= dBP) return 28.0 + 22 * log_d + 20 * log_f; // PL1
    double const dh = link.h_bs_m - link.h_ut_m;
    return 28.0 + 40 * log_d + 20 * log_f - 9 * std::log10(dBP * dBP + dh * dh); // PL2
}

double tr38901_uma_nlos_db(double d2d_m, Tr38901Link const& link) {
    double const los = tr38901_uma_los_db(d2d_m, link);
    double const log_d = std::log10(tr38901_d3d_m(d2d_m, link));
    return std::max(los, 13.54 + 39.08 * log_d + 20 * std::log10(link.fc_ghz) - 0.6 * (link.h_ut_m - 1.5)); // PL'
}

} // namespace phusong

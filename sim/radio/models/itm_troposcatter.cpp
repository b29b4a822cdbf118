#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace phusong::itm {

namespace {

/// Attenuation function of the product of angular distance and distance. [A 6.9]
double F(double theta_d) {
    if (theta_d <= 10e3) return 133.4 + 0.332e-3 * theta_d - 10 * std::log10(theta_d);
    if (theta_d <= 70e3) return 104.6 + 0.212e-3 * theta_d - 2.5 * std::log10(theta_d);
    return 71.8 + 0.157e-3 * theta_d + 5 * std::log10(theta_d);
}

/// Frequency gain H_0 of one end, between the curves of whole eta_s. [A 6.13]
double H_01(double r, double eta_s) {
    constexpr std::array<double, 5> a{25, 80, 177, 395, 705}, b{24, 45, 68, 80, 105};
    auto const curve = [&](std::size_t j) { return 10 * std::log10(1 + (a[j] / (r * r) + b[j]) / (r * r)); };
    double const eta = std::clamp(eta_s, 1.0, 5.0);
    auto const j = static_cast<std::size_t>(eta) - 1;
    double const t = eta - std::floor(eta);
    return t > 0 ? std::lerp(curve(j), curve(j + 1), t) : curve(j);
}

/// eta_s = 0: antennas at the ground, no scattering height.
double H_00_at_zero(double r_1, double r_2) {
    constexpr double root2 = std::numbers::sqrt2;
    double const product = (1 + root2 / r_1) * (1 + root2 / r_2);
    return 10 * std::log10(product * product * (r_1 + r_2) / (r_1 + r_2 + 2 * root2));
}

/// Frequency gain at distance `d`; nothing when the antennas are too near the ground for scatter to be defined.
std::optional<double> frequency_gain(double d, Path const& path, Medium const& medium) {
    bool const swap = path.tx.d_hzn < path.rx.d_hzn; // the asymmetry is told from the end with the farther horizon
    auto const& [far, near] = swap ? std::pair{path.rx, path.tx} : std::pair{path.tx, path.rx};
    double const theta = path.tx.theta_hzn + path.rx.theta_hzn + d / path.a_e;
    double const r_1 = 2 * medium.wn * theta * path.tx.h_e, r_2 = 2 * medium.wn * theta * path.rx.h_e; // [TN 9.4a]
    if (r_1 < 0.2 && r_2 < 0.2) return {};
    double const ad = far.d_hzn - near.d_hzn, ratio = (d - ad) / (d + ad);
    double const q = std::clamp(near.h_e / far.h_e / ratio, 0.1, 10.0), s = std::max(ratio, 0.1); // [TN 9.5]
    double const h_0 = (d - ad) * (d + ad) * theta / (4 * d);                                     // [A 4.66]
    double const fade = std::exp(-std::pow(std::min(1.7, h_0 / 8.0e3), 6)), N_s = medium.N_s;
    double const eta_s = h_0 / 1.7556e3 * (1 + (0.031 - N_s * 2.32e-3 + N_s * N_s * 5.67e-6) * fade); // [A 4.67]
    double const H_00 = (H_01(r_1, eta_s) + H_01(r_2, eta_s)) / 2;
    double const delta = 6 * (0.6 - std::log10(std::max(eta_s, 1.0))) * std::log10(s) * std::log10(q);
    double const H_0 = std::max(H_00 + std::min(H_00, delta), 0.0); // [TN 9.5]
    return eta_s < 1 ? std::lerp(H_00_at_zero(r_1, r_2), H_0, eta_s) : H_0;
}

double scatter_loss(double d, double H_0, Path const& path, Medium const& medium) { // [A 4.63]
    double const th = d / path.a_e - path.theta_los(), H = 47.7, D_0 = 40e3;
    return F(th * d) + 10 * std::log10(medium.wn * H * std::pow(th, 4)) -
           0.1 * (medium.N_s - 301) * std::exp(-th * d / D_0) + H_0;
}

} // namespace

ScatterLine scatter_line(Path const& path, Medium const& medium, DiffractionLine const& diffraction) {
    double const d_5 = path.d_ML() + 200e3, d_6 = path.d_ML() + 400e3;
    auto const H_6 = frequency_gain(d_6, path, medium);
    auto H_5 = H_6 && *H_6 > 15 ? H_6 : frequency_gain(d_5, path, medium);
    if (!H_5 || !H_6) return {diffraction.M_d, diffraction.A_d0, 10e6}; // no scatter: diffraction goes on
    if (*H_5 > 15) H_5 = H_6;                                           // the algorithm, page 12
    double const A_5 = scatter_loss(d_5, *H_5, path, medium);
    if (!(A_5 < 1000)) return {diffraction.M_d, diffraction.A_d0, 10e6};
    double const A_6 = scatter_loss(d_6, *H_6, path, medium);
    double const M_s = (A_6 - A_5) / (d_6 - d_5), M_d = diffraction.M_d, A_d0 = diffraction.A_d0;
    double const near = path.d_ML() + 1.088 * std::cbrt(path.a_e * path.a_e / medium.f_mhz) * std::log(medium.f_mhz);
    double const crossing = (A_5 - A_d0 - M_s * d_5) / (M_d - M_s);
    double const d_x = std::max({path.d_sML(), near, crossing});
    return {M_s, (M_d - M_s) * d_x + A_d0, d_x};
}

} // namespace phusong::itm

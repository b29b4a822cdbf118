#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::itm {

namespace {

/// Loss of one knife edge; `v2` is the square of the diffraction parameter. [LR 3.27]
double edge_loss(double v2) {
    return v2 < 2.4 * 2.4 ? 6.02 + 9.11 * std::sqrt(v2) - 1.27 * v2 : 12.953 + 10 * std::log10(v2);
}

/// Both horizons as knife edges. [TN I.1, I.7]
double knife_edges_loss(double d, double theta_nlos, Path const& path, double wn) {
    double const d_nlos = d - path.d_ML();
    auto const v2 = [&](double d_hzn) {
        return wn / (4 * std::numbers::pi) * theta_nlos * theta_nlos * d_hzn * d_nlos / (d_nlos + d_hzn);
    };
    return edge_loss(v2(path.tx.d_hzn)) + edge_loss(v2(path.rx.d_hzn));
}

/// Height gain F(x, K) over a smooth earth, dB. [V], as fitted in the algorithm
double height_gain(double x, double K) {
    double const high = 17.372 * std::log(x) - 117; // of an antenna near the ground, far away
    if (x < 200) {
        double const w = -std::log(K);
        if (K < 1e-5 || x * w * w * w > 5495) return x > 1 ? high : -117;
        return 2.5e-5 * x * x / K - 8.686 * w - 15;
    }
    double const far = 0.05751 * x - 4.343 * std::log(x);
    if (x >= 2000) return far;
    double const w = 0.0134 * x * std::exp(-0.005 * x);
    return (1 - w) * far + w * high;
}

/// A stretch of the path with its own earth radius. [V 2, 6a, 7a]
struct Stretch {
    double x, K;
};
Stretch stretch_of(double length, double radius, Medium const& medium) {
    double const C_0 = std::cbrt(4.0 / 3 * 6370e3 / radius);
    double const root = std::cbrt(medium.f_mhz);
    double const K = 0.017778 * C_0 / root / std::abs(medium.Z_g);
    return {(1.607 - K) * C_0 * C_0 * root * length / 1000, K}; // lengths in km
}

/// Vogler's three radii: up to each horizon, and between them. [A 4.20]
double smooth_earth_loss(double d, double theta_nlos, Path const& path, Medium const& medium) {
    auto const to_horizon = [&](Terminal const& end) {
        return stretch_of(end.d_hzn, 0.5 * end.d_hzn * end.d_hzn / end.h_e, medium); // [V 3]
    };
    auto const tx = to_horizon(path.tx), rx = to_horizon(path.rx);
    double const d_nlos = d - path.d_ML();
    double const x_0 = stretch_of(d_nlos, d_nlos / theta_nlos, medium).x + tx.x + rx.x;
    double const G = 0.05751 * x_0 - 10 * std::log10(x_0); // [TN 8.4], [V 13]
    return G - height_gain(tx.x, tx.K) - height_gain(rx.x, rx.K) - 20;
}

/// How much of the smooth earth is in the mixture: little over rough terrain. [LR 3.23]
double smooth_share(double d, Path const& path, double wn) {
    double const heights = path.tx.h * path.rx.h, effective = path.tx.h_e * path.rx.h_e;
    double const C = 10; // low antennas over a known path, LR page 3-8
    double const root = std::sqrt(1 + (effective - heights) / (heights + C));
    double const roughness = std::min(irregularity_at(d, path.delta_h) * wn, 6283.2);
    double const q = (root + (path.d_ML() - path.theta_los() * path.a_e) / d) * roughness;
    return 25.1 / (25.1 + std::sqrt(q));
}

} // namespace

double diffraction_loss(double d, Path const& path, Medium const& medium) {
    double const theta_nlos = d / path.a_e - path.theta_los(); // [A 4.12]
    double const A_k = knife_edges_loss(d, theta_nlos, path, medium.wn);
    double const A_r = smooth_earth_loss(d, theta_nlos, path, medium);
    double const roughness = sigma_h(irregularity_at(path.d_sML(), path.delta_h)); // LR page 3-13
    double const A_fo =
        std::min(15.0, 5 * std::log10(1 + 1e-5 * path.tx.h * path.rx.h * medium.f_mhz * roughness)); // [LR 3.38c]
    double const w = smooth_share(d, path, medium.wn);
    return w * A_r + (1 - w) * A_k + A_fo;
}

DiffractionLine diffraction_line(Path const& path, Medium const& medium) {
    double const X = std::cbrt(path.a_e * path.a_e / medium.f_mhz);
    double const d_3 = std::max(path.d_sML(), path.d_ML() + 5 * X), d_4 = d_3 + 10 * X;
    double const A_3 = diffraction_loss(d_3, path, medium), A_4 = diffraction_loss(d_4, path, medium);
    double const M_d = (A_4 - A_3) / (d_4 - d_3);
    return {M_d, A_3 - M_d * d_3};
}

} // namespace phusong::itm

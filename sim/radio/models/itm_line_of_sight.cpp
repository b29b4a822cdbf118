#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::itm {

namespace {

/// The direct ray and the one reflected from the ground. [A 4.46–4.50]
double two_ray_loss(double d, Path const& path, Medium const& medium) {
    double const h_sum = path.tx.h_e + path.rx.h_e;
    double const sin_psi = h_sum / std::hypot(d, h_sum); // [A 4.46]
    double const roughness = medium.wn * sigma_h(irregularity_at(d, path.delta_h)) * sin_psi;
    auto R_e = (sin_psi - medium.Z_g) / (sin_psi + medium.Z_g) * std::exp(-std::min(10.0, roughness)); // [A 4.47]
    double const q = std::norm(R_e);
    if (q < 0.25 || q < sin_psi) R_e *= std::sqrt(sin_psi / q); // [A 4.48]
    constexpr double quarter = std::numbers::pi / 2;
    double delta = 2 * medium.wn * path.tx.h_e * path.rx.h_e / d;              // [A 4.49]
    if (delta > quarter) delta = std::numbers::pi - quarter * quarter / delta; // [A 4.50]
    return -10 * std::log10(std::norm(std::polar(1.0, -delta) + R_e));
}

} // namespace

double line_of_sight_loss(double d, Path const& path, Medium const& medium, DiffractionLine const& line) {
    double const w = 1 / (1 + medium.f_mhz * path.delta_h / std::max(10e3, path.d_sML()));
    return w * two_ray_loss(d, path, medium) + (1 - w) * line.at(d);
}

} // namespace phusong::itm

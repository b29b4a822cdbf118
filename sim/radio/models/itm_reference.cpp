#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace phusong::itm {

namespace {

/// A point of the curve of attenuation over distance.
struct Point {
    double d, A;
};

/// Within sight the curve is A_o + k1 d + k2 ln d. [LR 3.19]
struct Slopes {
    double k1 = 0, k2 = 0;
};

/// Through three points, with slopes that never fall; nothing when two points are to be taken. [LR 3.20, 3.21]
std::optional<Slopes> through_three(Point p0, Point p1, Point pL, DiffractionLine const& line) {
    double const q = std::log(pL.d / p0.d);
    double k2 = ((pL.d - p0.d) * (p1.A - p0.A) - (p1.d - p0.d) * (pL.A - p0.A)) /
                ((pL.d - p0.d) * std::log(p1.d / p0.d) - (p1.d - p0.d) * q);
    k2 = std::max(k2, 0.0);
    if (line.A_d0 <= 0 && k2 <= 0) return {};
    double const k1 = (pL.A - p0.A - k2 * q) / (pL.d - p0.d);
    if (k1 >= 0) return Slopes{k1, k2};
    k2 = std::max(pL.A - p0.A, 0.0) / q;
    return Slopes{k2 == 0 ? line.M_d : 0, k2};
}

Slopes through_two(Point p1, Point pL, DiffractionLine const& line) {
    double const k1 = std::max(pL.A - p1.A, 0.0) / (pL.d - p1.d);
    return {k1 == 0 ? line.M_d : k1, 0};
}

double within_sight(Path const& path, Medium const& medium, DiffractionLine const& line) {
    auto const point = [&](double d) { return Point{d, line_of_sight_loss(d, path, medium, line)}; };
    double const d_ML = path.d_ML(), d_sML = path.d_sML();
    Point const pL{d_sML, line.at(d_sML)};
    double d_0 = 0.04 * medium.f_mhz * path.tx.h_e * path.rx.h_e; // [LR 3.16a]
    double d_1 = 0;
    if (line.A_d0 >= 0) {
        d_0 = std::min(d_0, 0.5 * d_ML);
        d_1 = d_0 + 0.25 * (d_ML - d_0); // [LR 3.16d]
    } else {
        d_1 = std::max(-line.A_d0 / line.M_d, 0.25 * d_ML);
    }
    auto const p1 = point(d_1);
    auto const three = d_0 < d_1 ? through_three(point(d_0), p1, pL, line) : std::nullopt;
    auto const k = three ? *three : through_two(p1, pL, line);
    return pL.A + k.k1 * (path.d - d_sML) + k.k2 * std::log(path.d / d_sML);
}

} // namespace

Reference reference_attenuation(Path const& path, Medium const& medium) {
    auto const line = diffraction_line(path, medium);
    if (path.d < path.d_sML()) return {std::max(within_sight(path, medium, line), 0.0), ItmMode::line_of_sight};
    auto const scatter = scatter_line(path, medium, line);
    if (path.d > scatter.d_x) return {std::max(scatter.at(path.d), 0.0), ItmMode::troposcatter};
    return {std::max(line.at(path.d), 0.0), ItmMode::diffraction};
}

} // namespace phusong::itm

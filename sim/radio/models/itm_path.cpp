#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <cmath>

namespace phusong::itm {

namespace {

double smooth_horizon(double h_e, double a_e) { return std::sqrt(2 * h_e * a_e); }

/// Angle above the horizontal at which one end sees a height `rise` over its own antenna at distance `d`. [TN 6.15]
double elevation(double rise, double d, double a_e) { return rise / d - d / (2 * a_e); }

/// The other antenna, or the terrain that hides it.
void find_horizons(Profile const& profile, Path& path) {
    double const z_tx = profile.h.front() + path.tx.h, z_rx = profile.h.back() + path.rx.h;
    path.tx.theta_hzn = elevation(z_rx - z_tx, path.d, path.a_e);
    path.rx.theta_hzn = elevation(z_tx - z_rx, path.d, path.a_e);
    path.tx.d_hzn = path.rx.d_hzn = path.d;
    auto const raise = [&](Terminal& end, double z, double ground, double d) {
        double const theta = elevation(ground - z, d, path.a_e);
        if (theta <= end.theta_hzn) return;
        end.theta_hzn = theta;
        end.d_hzn = d;
    };
    double d_tx = 0, d_rx = path.d; // summed up like this by every ITM: at 0.9 of a horizon the last bit picks the step
    for (double ground : profile.h.subspan(1, profile.h.size() - 2)) {
        raise(path.tx, z_tx, ground, d_tx += profile.step);
        raise(path.rx, z_rx, ground, d_rx -= profile.step);
    }
}

/// Horizon distance over ground of this irregularity.
double rough_horizon(double h_e, double a_e, double delta_h) {
    return smooth_horizon(h_e, a_e) * std::exp(-0.07 * std::sqrt(delta_h / std::max(h_e, 5.0)));
}

/// Well within sight no terrain is the horizon: what it would be follows from heights and irregularity.
void assume_horizons(Path& path) {
    auto const both = [&](auto&& visit) { visit(path.tx), visit(path.rx); };
    auto const horizon = [&](Terminal& end) { end.d_hzn = rough_horizon(end.h_e, path.a_e, path.delta_h); };
    both(horizon);
    if (path.d_ML() <= path.d) { // yet the other antenna is seen: raise both
        double const q = path.d / path.d_ML(), q2 = q * q;
        both([&](Terminal& end) { end.h_e *= q2, horizon(end); });
    }
    both([&](Terminal& end) {
        double const d_s = smooth_horizon(end.h_e, path.a_e);
        end.theta_hzn = (0.65 * path.delta_h * (d_s / end.d_hzn - 1) - 2 * end.h_e) / d_s;
    });
}

} // namespace

double Path::d_sML() const { return smooth_horizon(tx.h_e, a_e) + smooth_horizon(rx.h_e, a_e); }

double Path::theta_los() const { return -std::max(tx.theta_hzn + rx.theta_hzn, -d_ML() / a_e); }

Medium medium_of(ItmLink const& link, double h_sys) {
    Medium out;
    out.f_mhz = link.f_mhz;
    out.wn = link.f_mhz / 47.7;
    out.N_s = link.N_0 * std::exp(-h_sys / 9460);                              // [TN 4.3]
    double const gamma_e = 157e-9 * (1 - 0.04665 * std::exp(out.N_s / 179.3)); // [TN 4.4]
    out.a_e_m = 1 / gamma_e;
    std::complex<double> const eps{link.epsilon, 18000 * link.sigma_s / link.f_mhz};
    out.Z_g = std::sqrt(eps - 1.0);
    if (link.polarisation == Polarisation::vertical) out.Z_g /= eps;
    return out;
}

Path path_of(Profile const& profile, double a_e, double h_tx, double h_rx) {
    Path path{.d = profile.length(), .delta_h = 0, .a_e = a_e, .tx = {.h = h_tx}, .rx = {.h = h_rx}};
    find_horizons(profile, path);
    // Terrain counts from some 15 heights away from each mast (NTIA Report 82-100, p. 25).
    double const start = std::min(15 * h_tx, 0.1 * path.tx.d_hzn);
    double const end = path.d - std::min(15 * h_rx, 0.1 * path.rx.d_hzn);
    path.delta_h = terrain_irregularity(profile, start, end);
    bool const well_within_sight = path.d_ML() > 1.5 * path.d;
    Line line;
    if (well_within_sight) {
        line = fit_line(profile, start, end);
    } else {
        line.at_tx = fit_line(profile, start, 0.9 * path.tx.d_hzn).at_tx;
        line.at_rx = fit_line(profile, path.d - 0.9 * path.rx.d_hzn, end).at_rx;
    }
    path.tx.h_e = h_tx + std::max(profile.h.front() - line.at_tx, 0.0);
    path.rx.h_e = h_rx + std::max(profile.h.back() - line.at_rx, 0.0);
    if (well_within_sight) assume_horizons(path);
    return path;
}

} // namespace phusong::itm

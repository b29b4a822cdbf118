#include "sim/radio/sweep/sweep_model.h"
#include "geo/earth.h"
#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_time.h"
#include "sim/radio/models/p526_bullington.h"
#include <cmath>

namespace phusong {

namespace {

/// K of P.1812-6 (29) without the earth radius; the media are those of §4.3.3.
FirstTermMedium medium(double er, double sigma, double f, Polarisation polarisation) {
    double const s = 18 * sigma / f;
    double K = 0.036 / std::cbrt(f) / std::sqrt(std::hypot(er - 1, s));
    if (polarisation == Polarisation::vertical) K *= std::hypot(er, s);
    return {static_cast<float>(K)};
}

void set_losses(SweepModel& m, P1812Link const& link) {
    double const f = link.f_ghz, p = link.p_percent, half = std::log10(f / 2);
    double const Lf = 25 * std::log10(f) - 2.5 * half * half;         // (45)
    double const Alf = f < 0.5 ? 45.375 - 137 * f + 92.5 * f * f : 0; // (47a)
    m.free_space = static_cast<float>(92.4 + 20 * std::log10(f));
    m.tropo = static_cast<float>(190.1 + Lf - 0.15 * link.n0 - 10.125 * std::pow(std::log10(50 / p), 0.7));
    m.ducting = static_cast<float>(102.45 + 20 * std::log10(f) + Alf);
    if (m.method == SweepMethod::p1812)
        m.location = static_cast<float>(location_loss_db(link.pL_percent, link.sigmaL_db));
}

void set_time(SweepModel& m, P1812Link const& link) {
    double const phi = std::abs(link.latitude_deg), p = link.p_percent;
    m.log2_beta_lat = static_cast<float>(phi > 70 ? std::log2(4.17) : (-0.015 * phi + 1.67) * std::log2(10)); // (5)
    m.mu4_power = static_cast<float>(phi > 70 ? 0.3 : -0.935 + 0.0176 * phi);                                 // (6)
    m.p = static_cast<float>(p);
    m.log_p = static_cast<float>(std::log10(p));
    m.log_p_over_50 = static_cast<float>(std::log10(p / 50));
    m.inverse_p = static_cast<float>(inverse_complementary_normal(p / 100));
}

/// A(p) of (53) falls with beta, which is at most beta0, which is at most its factor of latitude (mu1 <= 1); and the
/// power of p / beta, where that is over 1, falls with distance.
void bound_variability(SweepModel& m, P1812Link const& link) {
    double const p = link.p_percent, lb = static_cast<double>(m.log2_beta_lat) * std::log10(2),
                 ratio = std::log10(p) - lb;
    if (!(ratio > 0 && static_cast<double>(m.mu4_power) > -1)) { // no bound worth having
        m.least_variability = -1e9f;
        return;
    }
    double const fade = (9.51 - 4.8 * lb + 0.198 * lb * lb) * 1e-6 * std::pow(bounded_path_km, 1.13);
    double const gamma = 1.076 / std::pow(2.0058 - lb, 1.012) * std::exp(-fade); // (53a)
    m.least_variability = static_cast<float>(-12 + 1.2 * ratio + 12 * std::pow(10, gamma * ratio));
    m.least_variability_per_km = static_cast<float>(3.7e-3 * ratio);
}

} // namespace

SweepModel sweep_model(P1812Link const& link, bool clutter) {
    return sweep_model(SweepMethod::p1812, link, median_earth_km(link.delta_n), clutter);
}

SweepModel sweep_model(SweepMethod method, P1812Link const& link, double ae, bool clutter) {
    SweepModel m;
    double const f = link.f_ghz;
    m.method = method;
    m.clutter = clutter;
    m.below_50 = method == SweepMethod::p1812 && link.p_percent < 50;
    m.f = static_cast<float>(f);
    m.root_lambda = static_cast<float>(std::sqrt(wavelength_m(f)));
    m.ae = static_cast<float>(ae);
    m.ab = static_cast<float>(anomalous_earth_km);
    m.bulge = static_cast<float>(500 / ae);
    m.bulge_beta = static_cast<float>(500 / anomalous_earth_km);
    m.htg = static_cast<float>(link.htg_m);
    m.hrg = static_cast<float>(link.hrg_m);
    m.root2_f = static_cast<float>(std::sqrt(f));
    m.root3_f = static_cast<float>(std::cbrt(f));
    m.gamma_d = static_cast<float>(5e-5 * ae * std::cbrt(f));
    m.land = medium(22, 0.003, f, link.polarisation);
    m.sea = medium(80, 5, f, link.polarisation);
    set_losses(m, link);
    set_time(m, link);
    bound_variability(m, link);
    return m;
}

double effective_earth_km(SweepMethod method, EarthSettings const& earth) {
    return method == SweepMethod::p1812 ? median_earth_km(earth.delta_n) : geo::earth_radius_km * earth.factor;
}

SweepModel named_sweep_model(SweepMethod method, P1812Link const& link, double effective_earth_factor, bool clutter) {
    return sweep_model(method, link, effective_earth_km(method, {link.delta_n, effective_earth_factor}), clutter);
}

double below_free_space_db(SweepModel const& model) {
    double const most_db = -2.6 * static_cast<double>(model.log_p_over_50); // (10), where both horizons are far
    return model.below_50 ? most_db : 0;
}

} // namespace phusong

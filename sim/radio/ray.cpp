#include "sim/radio/ray.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {

namespace {

constexpr double none = -std::numeric_limits<double>::infinity();

/// A path over `n` inner points, in the symbols of P.1812-6 §4.3.1. Loops over it are maxima only, whose result does
/// not depend on the order, so they may run in vector lanes.
struct Inner {
    double const *di, *hi;
    std::size_t n;
    double d, hts, hrs, Ce;
};

double srim(Inner const& p) {
    double out = none;
    double const d = p.d, hrs = p.hrs, bulge = 500 * p.Ce;
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(max : out)
    for (std::size_t i = 1; i <= p.n; ++i) out = std::max(out, (hi[i] - hrs) / (d - di[i]) + bulge * di[i]); // (17)
    return out;
}

/// (15) for a path with line of sight. Every point lies under the line, so the largest v is the smallest v squared.
double numax(Inner const& p) {
    double least = std::numeric_limits<double>::infinity();
    double const d = p.d, hts = p.hts, bulge = 500 * p.Ce, slope = (p.hrs - p.hts) / p.d;
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(min : least)
    for (std::size_t i = 1; i <= p.n; ++i) {
        double const room = di[i] * (d - di[i]), under = hts + slope * di[i] - hi[i] - bulge * room;
        least = std::min(least, under * under / room);
    }
    return -std::sqrt(least * 0.002 * d);
}

double v_root_lambda(Inner const& p, double Stim) {
    if (p.n == 0) return none;
    if (Stim < (p.hrs - p.hts) / p.d) return numax(p);                              // (14)
    double const Srim = srim(p), db = (p.hrs - p.hts + Srim * p.d) / (Stim + Srim); // (18)
    double const above = p.hts + Stim * db - (p.hts * (p.d - db) + p.hrs * db) / p.d;
    return above * std::sqrt(0.002 * p.d / (db * (p.d - db))); // (19)
}

/// Height and slope of the worst obstruction, (87), given its slope from the transmitter.
Obstruction obstruction(Inner const& p, double aobt) {
    Obstruction out{.hobs_m = none, .aobt = aobt, .aobr = none};
    double hobs = none, aobr = none;
    double const d = p.d, hts = p.hts, slope = (p.hrs - p.hts) / p.d;
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(max : hobs, aobr)
    for (std::size_t i = 1; i <= p.n; ++i) {
        double const H = hi[i] - (hts + slope * di[i]);
        hobs = std::max(hobs, H);
        aobr = std::max(aobr, H / (d - di[i]));
    }
    out.hobs_m = hobs;
    out.aobr = aobr;
    return out;
}

} // namespace

void trace(Ray& ray, geo::Raster const& terrain_m, RayOrigin const& origin, geo::XY direction, double step_m,
           std::size_t points) {
    std::size_t const size = points + 1;
    ray.step_km = step_m / 1000;
    for (auto* column : {&ray.d_km, &ray.h_m, &ray.stim, &ray.aobt}) column->resize(size);
    ray.sums.resize(size);
    ray.sea_level.assign(size, 0);
    ray.d_km[0] = 0;
    ray.h_m[0] = origin.h0_m;
    ray.stim[0] = ray.aobt[0] = none;
    ray.sums[0] = {};
    double const bulge = 500 / origin.ae_km;
    for (ray.known = 1; ray.known < size; ++ray.known) {
        std::size_t const i = ray.known;
        double const away_m = static_cast<double>(i) * step_m, d = away_m / 1000;
        double const h =
            geo::bilinear(terrain_m, {origin.xy.x_m + away_m * direction.x_m, origin.xy.y_m + away_m * direction.y_m});
        if (std::isnan(h)) return;
        double const slope = (h - origin.hts_m) / d;
        ray.d_km[i] = d;
        ray.h_m[i] = h;
        ray.stim[i] = std::max(ray.stim[i - 1], slope - bulge * d);
        ray.aobt[i] = std::max(ray.aobt[i - 1], slope);
        ray.sums[i] = ray.sums[i - 1];
        ray.sums[i].add(ray.d_km[i - 1], ray.h_m[i - 1], d, h);
    }
}

double bullington_v_root_lambda(Ray const& ray, RayOrigin const& o, Receiver const& r) {
    double const Ce = 1 / o.ae_km;
    Inner const inner{ray.d_km.data(), ray.h_m.data(), r.before, r.d_km, o.hts_m, r.hrs_m, Ce};
    return v_root_lambda(inner, ray.stim[r.before] + 500 * Ce * r.d_km); // (13)
}

EffectiveHeights effective_heights(Ray const& ray, RayOrigin const& o, Receiver const& r) {
    SurfaceSums sums = ray.sums[r.before];
    sums.add(ray.d_km[r.before], ray.h_m[r.before], r.d_km, r.hn_m);
    double const aobt = ray.aobt[r.before] - (r.hrs_m - o.hts_m) / r.d_km;
    Obstruction worst{.hobs_m = none, .aobt = aobt, .aobr = none};
    if (aobt > 0) // only then does something stand above the line at all
        worst = obstruction({ray.d_km.data(), ray.h_m.data(), r.before, r.d_km, o.hts_m, r.hrs_m, 0}, aobt);
    auto const surface = smooth_surface(sums, worst, r.d_km, o.h0_m, r.hn_m);
    return {o.hts_m - surface.hstd_m, r.hrs_m - surface.hsrd_m};
}

double smooth_v_root_lambda(Ray const& ray, double ae_km, Receiver const& r, EffectiveHeights h) {
    if (r.before == 0) return none;
    double const Ce = 1 / ae_km, d = r.d_km;
    // 500 Ce (d - x) - hts' / x rises to x* = sqrt(hts' / 500 Ce) and then falls: the best point is next to x*.
    auto const last = static_cast<double>(r.before);
    double const best = std::clamp(std::floor(std::sqrt(h.hts1_m / (500 * Ce)) / ray.step_km), 1.0, last);
    double Stim = none;
    for (double i : {best, std::min(best + 1, last)})
        Stim = std::max(Stim, 500 * Ce * (d - i * ray.step_km) - h.hts1_m / (i * ray.step_km));
    return v_root_lambda({ray.d_km.data(), ray.sea_level.data(), r.before, d, h.hts1_m, h.hrs1_m, Ce}, Stim);
}

} // namespace phusong

#include "sim/radio/ray.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {

namespace {

constexpr double none = -std::numeric_limits<double>::infinity();

/// Terrain points between the ends, and the line from antenna to antenna, in the symbols of P.1812-6 §4.3.1. Loops over
/// points are maxima only, whose result does not depend on the order, so they may run in vector lanes.
struct Points {
    double const *di, *hi;
    std::size_t n;
};
struct Line {
    double d, hts, hrs, Ce;
    [[nodiscard]] double slope() const { return (hrs - hts) / d; }
};

double srim(Line const& line, Points const& p) {
    double out = none;
    double const d = line.d, hrs = line.hrs, bulge = 500 * line.Ce;
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(max : out)
    for (std::size_t i = 0; i < p.n; ++i) out = std::max(out, (hi[i] - hrs) / (d - di[i]) + bulge * di[i]); // (17)
    return out;
}

/// Smallest squared clearance over d1 d2, for a path with line of sight: there the largest v of (15).
double least_clearance(Line const& line, Points const& p) {
    double least = std::numeric_limits<double>::infinity();
    double const d = line.d, hts = line.hts, bulge = 500 * line.Ce, slope = line.slope();
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(min : least)
    for (std::size_t i = 0; i < p.n; ++i) {
        double const room = di[i] * (d - di[i]), under = hts + slope * di[i] - hi[i] - bulge * room;
        least = std::min(least, under * under / room);
    }
    return least;
}

double v_root_lambda(Line const& line, double Stim, Points const& far, Points const& own) {
    double const d = line.d, hts = line.hts, hrs = line.hrs;
    if (far.n + own.n == 0) return none;
    if (Stim < line.slope()) // (14)
        return -std::sqrt(std::min(least_clearance(line, far), least_clearance(line, own)) * 0.002 * d);
    double const Srim = std::max(srim(line, far), srim(line, own)), db = (hrs - hts + Srim * d) / (Stim + Srim); // (18)
    double const above = hts + Stim * db - (hts * (d - db) + hrs * db) / d;
    return above * std::sqrt(0.002 * d / (db * (d - db))); // (19)
}

/// Height of the worst obstruction and its slope from the receiver, (87).
Obstruction obstruction(Line const& line, Points const& p) {
    double hobs = none, aobr = none;
    double const d = line.d, hts = line.hts, slope = line.slope();
    double const *di = p.di, *hi = p.hi;
#pragma omp simd reduction(max : hobs, aobr)
    for (std::size_t i = 0; i < p.n; ++i) {
        double const H = hi[i] - (hts + slope * di[i]);
        hobs = std::max(hobs, H);
        aobr = std::max(aobr, H / (d - di[i]));
    }
    return {.hobs_m = hobs, .aobt = none, .aobr = aobr};
}

Points far_points(Ray const& ray, Receiver const& r) { return {ray.d_km.data() + 1, ray.h_m.data() + 1, r.before}; }
Points own_points(Receiver const& r) { return {r.own_d_km.data(), r.own_h_m.data(), r.own}; }

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
    double Stim = ray.stim[r.before];
    for (std::size_t i = 0; i < r.own; ++i)
        Stim = std::max(Stim, (r.own_h_m[i] - o.hts_m) / r.own_d_km[i] - 500 * Ce * r.own_d_km[i]);
    Stim += 500 * Ce * r.d_km; // (13)
    return v_root_lambda({r.d_km, o.hts_m, r.hrs_m, Ce}, Stim, far_points(ray, r), own_points(r));
}

EffectiveHeights effective_heights(Ray const& ray, RayOrigin const& o, Receiver const& r) {
    SurfaceSums sums = ray.sums[r.before];
    double d = ray.d_km[r.before], h = ray.h_m[r.before], aobt = ray.aobt[r.before];
    for (std::size_t i = 0; i < r.own; ++i) {
        sums.add(d, h, r.own_d_km[i], r.own_h_m[i]);
        d = r.own_d_km[i];
        h = r.own_h_m[i];
        aobt = std::max(aobt, (h - o.hts_m) / d);
    }
    sums.add(d, h, r.d_km, r.hn_m);
    Line const line{r.d_km, o.hts_m, r.hrs_m, 0};
    Obstruction worst{.hobs_m = none, .aobt = aobt - line.slope(), .aobr = none};
    if (worst.aobt > 0) { // only then does something stand above the line at all
        auto const far = obstruction(line, far_points(ray, r)), own = obstruction(line, own_points(r));
        worst.hobs_m = std::max(far.hobs_m, own.hobs_m);
        worst.aobr = std::max(far.aobr, own.aobr);
    }
    auto const surface = smooth_surface(sums, worst, r.d_km, o.h0_m, r.hn_m);
    return {o.hts_m - surface.hstd_m, r.hrs_m - surface.hsrd_m};
}

double smooth_v_root_lambda(Ray const& ray, double ae_km, Receiver const& r, EffectiveHeights h) {
    double const Ce = 1 / ae_km;
    Line const line{r.d_km, h.hts1_m, h.hrs1_m, Ce};
    double Stim = none;
    auto const look = [&](double d) { Stim = std::max(Stim, 500 * Ce * (r.d_km - d) - h.hts1_m / d); };
    // 500 Ce (d - x) - hts' / x rises to x* = sqrt(hts' / 500 Ce) and then falls: the best point is next to x*.
    auto const best = static_cast<std::size_t>(std::sqrt(h.hts1_m / (500 * Ce)) / ray.step_km);
    for (std::size_t i = std::max<std::size_t>(best, 1); i <= best + 1; ++i)
        if (r.before > 0) look(ray.d_km[std::min(i, r.before)]);
    for (std::size_t i = 0; i < r.own; ++i) look(r.own_d_km[i]);
    static constexpr std::array<double, Receiver::own_points> level{};
    return v_root_lambda(line, Stim, {ray.d_km.data() + 1, ray.sea_level.data(), r.before},
                         {r.own_d_km.data(), level.data(), r.own});
}

} // namespace phusong

#include "sim/radio/models/p1812_path.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {

namespace {

/// Tangents of elevation angles; the arc tangent, which does not change their order, is taken once at the end.
struct Steepest {
    double tangent = -std::numeric_limits<double>::infinity();
    std::size_t point = 0;
};

double tangent_to(double height_m, double from_m, double d_km, double ae) {
    return (height_m - from_m) / (1000 * d_km) - d_km / (2 * ae);
}

double mrad(double tangent) { return 1000 * std::atan(tangent); }

Steepest from_transmitter(TerrainPath const& p, double ae) {
    Steepest out;
    for (std::size_t i = 1; i + 1 < p.d_km.size(); ++i)
        if (double const t = tangent_to(p.h_m[i], p.hts_m, p.d_km[i], ae); t > out.tangent) out = {t, i}; // (77)
    return out;
}

Steepest from_receiver(TerrainPath const& p, double ae) {
    Steepest out;
    for (std::size_t i = p.d_km.size() - 2; i >= 1; --i) // backwards: of equals the one nearest to the receiver
        if (double const t = tangent_to(p.h_m[i], p.hrs_m, p.d_km.back() - p.d_km[i], ae); t > out.tangent)
            out = {t, i}; // (80a)
    return out;
}

/// The point with the greatest diffraction parameter for half of the time, (81).
std::size_t nearest_to_ray(TerrainPath const& p, double ae) {
    double const d = p.d_km.back();
    double most = -std::numeric_limits<double>::infinity();
    std::size_t at = 1;
    for (std::size_t i = 1; i + 1 < p.d_km.size(); ++i) {
        double const di = p.d_km[i], ray = (p.hts_m * (d - di) + p.hrs_m * di) / d;
        double const v = (p.h_m[i] + 500 * di * (d - di) / ae - ray) * std::sqrt(0.002 * d / (di * (d - di)));
        if (v >= most) most = v, at = i;
    }
    return at;
}

} // namespace

Horizons horizons(TerrainPath const& path, double ae) {
    double const d = path.d_km.back();
    auto const t = from_transmitter(path, ae);
    double const direct = tangent_to(path.hrs_m, path.hts_m, d, ae); // (78)
    Horizons out;
    out.line_of_sight = t.tangent <= direct; // (76)
    if (out.line_of_sight) {
        out.theta_t = mrad(direct);                                    // (79)
        out.theta_r = mrad(tangent_to(path.hts_m, path.hrs_m, d, ae)); // (80)
        out.lt = out.lr = nearest_to_ray(path, ae);
        out.dlt_km = path.d_km[out.lt];
    } else {
        auto const r = from_receiver(path, ae);
        out.theta_t = mrad(t.tangent);
        out.theta_r = mrad(r.tangent);
        out.lt = t.point;
        out.lr = r.point;
        out.dlt_km = path.d_km[out.lt];
    }
    out.dlr_km = d - path.d_km[out.lr];                    // (81a)
    out.theta = 1000 * d / ae + out.theta_t + out.theta_r; // (82)
    return out;
}

DuctingHeights ducting_heights(TerrainPath const& path, SurfaceLine line, Horizons const& horizons) {
    DuctingHeights out;
    out.hst_m = std::min(line.hst_m, path.h_m.front());          // (90a)
    out.hsr_m = std::min(line.hsr_m, path.h_m.back());           // (90b)
    double const m = (out.hsr_m - out.hst_m) / path.d_km.back(); // (91)
    out.hte_m = path.hts_m - out.hst_m;                          // (92a)
    out.hre_m = path.hrs_m - out.hsr_m;                          // (92b)
    out.hm_m = -std::numeric_limits<double>::infinity();
    for (std::size_t i = horizons.lt; i <= horizons.lr; ++i)
        out.hm_m = std::max(out.hm_m, path.h_m[i] - (out.hst_m + m * path.d_km[i])); // (93)
    return out;
}

} // namespace phusong

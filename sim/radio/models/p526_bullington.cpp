#include "sim/radio/models/p526_bullington.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace phusong {

double knife_edge_loss_db(double v) {
    if (!(v > -0.78)) return 0;
    return 6.9 + 20 * std::log10(std::sqrt((v - 0.1) * (v - 0.1) + 1) + v - 0.1); // P.1812-6 (12)
}

namespace {

/// `height(i)` of the i-th point, metres above sea level.
template <class Height>
double v_root_lambda(std::span<double const> d_km, Height&& height, double hts, double hrs, double effective_earth_km) {
    double const Ce = 1 / effective_earth_km, d = d_km.back();
    auto const interior = [&](auto&& visit) {
        for (std::size_t i = 1; i + 1 < d_km.size(); ++i) {
            double const di = d_km[i];
            visit(di, height(i) + 500 * Ce * di * (d - di)); // height with the bulge of the earth
        }
    };
    constexpr double none = -std::numeric_limits<double>::infinity();
    double Stim = none;
    interior([&](double di, double hi) { Stim = std::max(Stim, (hi - hts) / di); }); // P.1812-6 (13)
    double const Str = (hrs - hts) / d;                                              // (14)
    if (Stim < Str) {
        double v = none;
        interior([&](double di, double hi) { // (15), without lambda
            v = std::max(v, (hi - (hts * (d - di) + hrs * di) / d) * std::sqrt(0.002 * d / (di * (d - di))));
        });
        return v;
    }
    double Srim = none;
    interior([&](double di, double hi) { Srim = std::max(Srim, (hi - hrs) / (d - di)); }); // (17)
    double const db = (hrs - hts + Srim * d) / (Stim + Srim);                              // (18)
    double const above = hts + Stim * db - (hts * (d - db) + hrs * db) / d;
    return above * std::sqrt(0.002 * d / (db * (d - db))); // (19), without lambda
}

} // namespace

double bullington_v_root_lambda(TerrainPath const& path, double effective_earth_km) {
    auto const d = path.d_km, h = path.h_m, R = path.clutter_m;
    assert(d.size() == h.size() && d.size() >= 2 && (R.empty() || R.size() == d.size()));
    if (R.empty())
        return v_root_lambda(
            d, [&](std::size_t i) { return h[i]; }, path.hts_m, path.hrs_m, effective_earth_km);
    return v_root_lambda(
        d, [&](std::size_t i) { return h[i] + R[i]; }, path.hts_m, path.hrs_m, effective_earth_km);
}

double smooth_v_root_lambda(std::span<double const> d_km, double hts, double hrs, double effective_earth_km) {
    return v_root_lambda(
        d_km, [](std::size_t) { return 0.0; }, hts, hrs, effective_earth_km);
}

double bullington_loss_db(double v_root_lambda, double d_km, double f_ghz) {
    double const Luc = knife_edge_loss_db(v_root_lambda / std::sqrt(wavelength_m(f_ghz))); // P.1812-6 (16), (20)
    return Luc + (1 - std::exp(-Luc / 6)) * (10 + 0.02 * d_km);                            // (21)
}

} // namespace phusong

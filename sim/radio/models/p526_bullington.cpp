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

double bullington_v_root_lambda(TerrainPath const& path, double effective_earth_km) {
    assert(path.d_km.size() == path.h_m.size() && path.d_km.size() >= 2);
    double const Ce = 1 / effective_earth_km, d = path.d_km.back(), hts = path.hts_m, hrs = path.hrs_m;
    auto const interior = [&](auto&& visit) {
        for (std::size_t i = 1; i + 1 < path.d_km.size(); ++i) {
            double const di = path.d_km[i];
            visit(di, path.h_m[i] + 500 * Ce * di * (d - di)); // height with the bulge of the earth
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

double bullington_loss_db(double v_root_lambda, double d_km, double f_ghz) {
    double const Luc = knife_edge_loss_db(v_root_lambda / std::sqrt(wavelength_m(f_ghz))); // P.1812-6 (16), (20)
    return Luc + (1 - std::exp(-Luc / 6)) * (10 + 0.02 * d_km);                            // (21)
}

} // namespace phusong

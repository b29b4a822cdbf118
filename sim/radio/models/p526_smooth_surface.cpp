#include "sim/radio/models/p526_smooth_surface.h"
#include <algorithm>
#include <limits>

namespace phusong {

void SurfaceSums::add(double da, double ha, double db, double hb) {
    v1 += (db - da) * (hb + ha);                                 // P.1812-6 (83)
    v2 += (db - da) * (hb * (2 * db + da) + ha * (db + 2 * da)); // (84)
}

SurfaceLine surface_line(SurfaceSums sums, double d) {
    return {(2 * sums.v1 * d - sums.v2) / (d * d), // (85)
            (sums.v2 - sums.v1 * d) / (d * d)};    // (86)
}

SurfaceLine surface_line(TerrainPath const& path) {
    SurfaceSums sums;
    for (std::size_t i = 1; i < path.d_km.size(); ++i)
        sums.add(path.d_km[i - 1], path.h_m[i - 1], path.d_km[i], path.h_m[i]);
    return surface_line(sums, path.d_km.back());
}

SmoothSurface smooth_surface(SurfaceLine line, Obstruction const& o, double h0, double hn) {
    double hst = line.hst_m, hsr = line.hsr_m;
    if (o.hobs_m > 0) {
        hst -= o.hobs_m * o.aobt / (o.aobt + o.aobr); // (88), gt
        hsr -= o.hobs_m * o.aobr / (o.aobt + o.aobr); // (88), gr
    }
    return {std::min(hst, h0), std::min(hsr, hn)}; // (89)
}

SmoothSurface smooth_surface(SurfaceSums sums, Obstruction const& o, double d, double h0, double hn) {
    return smooth_surface(surface_line(sums, d), o, h0, hn);
}

SmoothSurface smooth_surface(TerrainPath const& path, SurfaceLine line) {
    double const d = path.d_km.back();
    constexpr double none = -std::numeric_limits<double>::infinity();
    Obstruction o{none, none, none};
    for (std::size_t i = 1; i + 1 < path.d_km.size(); ++i) {
        double const di = path.d_km[i];
        double const H = path.h_m[i] - (path.hts_m * (d - di) + path.hrs_m * di) / d; // (87d)
        o.hobs_m = std::max(o.hobs_m, H);                                             // (87a)
        o.aobt = std::max(o.aobt, H / di);                                            // (87b)
        o.aobr = std::max(o.aobr, H / (d - di));                                      // (87c)
    }
    return smooth_surface(line, o, path.h_m.front(), path.h_m.back());
}

SmoothSurface smooth_surface(TerrainPath const& path) { return smooth_surface(path, surface_line(path)); }

} // namespace phusong

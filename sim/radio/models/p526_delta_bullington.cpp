#include "sim/radio/models/p526_delta_bullington.h"
#include <algorithm>
#include <cmath>

namespace phusong {

DeltaBullington p526_delta_bullington(TerrainPath const& path, SmoothSurface surface, double ae_km, double f_ghz,
                                      Ground ground) {
    double const d = path.d_km.back();
    double const hts1 = path.hts_m - surface.hstd_m; // P.1812-6 (37a)
    double const hrs1 = path.hrs_m - surface.hsrd_m; // (37b)
    DeltaBullington out;
    out.Lbulla = bullington_loss_db(bullington_v_root_lambda(path, ae_km), d, f_ghz);
    out.Lbulls = bullington_loss_db(smooth_v_root_lambda(path.d_km, hts1, hrs1, ae_km), d, f_ghz);
    out.Ldsph = spherical_earth_loss_db(smooth_clearance(d, hts1, hrs1, ae_km), f_ghz, ground); // (38)
    out.Ld = out.Lbulla + std::max(out.Ldsph - out.Lbulls, 0.0);                                // (39)
    return out;
}

DeltaBullington p526_delta_bullington(TerrainPath const& path, double ae_km, double f_ghz, Ground ground) {
    for (double h : path.h_m)
        if (std::isnan(h)) return {h, h, h, h};
    return p526_delta_bullington(path, smooth_surface(path), ae_km, f_ghz, ground);
}

} // namespace phusong

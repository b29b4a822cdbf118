#pragma once
#include "sim/radio/models/p526_smooth_surface.h"

namespace phusong {

/// Where the horizons lie. For a path in sight both are the point that comes nearest to the ray: the one with the
/// greatest diffraction parameter.
struct Horizons {
    bool line_of_sight = false;
    double theta_t = 0, theta_r = 0; ///< elevation of the horizons seen from the antennas, mrad
    double theta = 0;                ///< angular distance, mrad
    double dlt_km = 0, dlr_km = 0;   ///< from each antenna to its horizon
    std::size_t lt = 0, lr = 0;      ///< the horizons' points
};

/// Shapes:  `path` has at least one point between the ends. Its clutter does not count.
/// Source:  Rec. ITU-R P.1812-6 Annex 1 Attachment 1 §5.1–5.5, eqs. (76)–(82).
[[nodiscard]] Horizons horizons(TerrainPath const& path, double ae_km);

/// Antennas over the smooth surface, and how rough the terrain between the horizons is: what ducting needs.
struct DuctingHeights {
    double hst_m = 0, hsr_m = 0; ///< smooth surface at the ends, nowhere above the ground, above sea level
    double hte_m = 0, hre_m = 0; ///< antennas above it
    double hm_m = 0;             ///< terrain roughness
};

/// Source:  Rec. ITU-R P.1812-6 Annex 1 Attachment 1 §5.6.3, eqs. (90)–(93).
[[nodiscard]] DuctingHeights ducting_heights(TerrainPath const& path, SurfaceLine line, Horizons const& horizons);

} // namespace phusong

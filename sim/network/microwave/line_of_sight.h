#pragma once
#include "geo/raster.h"

namespace phusong {

/// First Fresnel radius, m. Source: Rec. ITU-R P.530-18, eq. (3): 17.3 sqrt(d1 d2 / (f d)).
[[nodiscard]] double fresnel_radius_m(double d1_km, double d2_km, double frequency_ghz);

/// Clearance of one hop: smallest (height of ray − terrain) / first Fresnel radius along it; NaN without terrain.
/// Source:  earth bulge 500 d1 d2 / (k · 6371) (m, km), Rec. ITU-R P.530-18 §2.2; k = effective earth factor.
[[nodiscard]] double fresnel_clearance(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b,
                                       double height_b_m, double frequency_ghz, double effective_earth_factor);

/// Whether a straight ray from `height_a_m` above ground at `a` to `height_b_m` at `b` clears the terrain between them;
/// the same bulge, no Fresnel clearance asked. Errors:  false where terrain is unknown.
[[nodiscard]] bool sees(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
                        double effective_earth_factor);

} // namespace phusong

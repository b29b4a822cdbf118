#pragma once
#include "sim/radio/models/p526_bullington.h"

namespace phusong {

/// Sums over the profile from which the least-squares straight line follows. They grow with each point.
struct SurfaceSums {
    double v1 = 0, v2 = 0;
    void add(double d_before_km, double h_before_m, double d_km, double h_m); ///< P.1812-6 (83), (84)
};

/// Heights of the straight line through the ground at the two ends, metres above sea level.
struct SurfaceLine {
    double hst_m = 0, hsr_m = 0;
};

/// How terrain stands above the line from antenna to antenna, over the points between the ends.
struct Obstruction {
    double hobs_m = 0;         ///< highest
    double aobt = 0, aobr = 0; ///< steepest from the transmitter and from the receiver, m/km
};

/// Heights of the smooth surface at the two ends, for the diffraction model, metres above sea level.
struct SmoothSurface {
    double hstd_m = 0, hsrd_m = 0;
};

/// Units:   as TerrainPath; `h0_m`, `hn_m` ground at the ends. Clutter does not count.
/// Source:  Rec. ITU-R P.526-15 §4.5.4; P.1812-6 Attachment 1 §5.6.1–5.6.2, eqs. (83)–(89).
[[nodiscard]] SurfaceLine surface_line(SurfaceSums sums, double d_km);
[[nodiscard]] SurfaceLine surface_line(TerrainPath const& path);
[[nodiscard]] SmoothSurface smooth_surface(SurfaceLine line, Obstruction const& obstruction, double h0_m, double hn_m);
[[nodiscard]] SmoothSurface smooth_surface(SurfaceSums sums, Obstruction const& obstruction, double d_km, double h0_m,
                                           double hn_m);
[[nodiscard]] SmoothSurface smooth_surface(TerrainPath const& path, SurfaceLine line);
[[nodiscard]] SmoothSurface smooth_surface(TerrainPath const& path);

} // namespace phusong

#pragma once
#include "sim/radio/models/p526_bullington.h"
#include "sim/radio/models/p526_smooth_surface.h"
#include "sim/radio/models/p526_spherical_earth.h"

namespace phusong {

/// The loss and how it came about; all in dB beyond free space.
struct DeltaBullington {
    double Ld = 0;     ///< diffraction loss
    double Lbulla = 0; ///< Bullington on the real profile
    double Lbulls = 0; ///< Bullington on a smooth profile
    double Ldsph = 0;  ///< spherical earth
};

/// Diffraction loss of a path by the delta-Bullington method: the terrain's Bullington loss, and what a smooth earth
/// loses beyond its own Bullington loss.
/// Shapes:  `path` has at least the two ends; points at any spacing.
/// Units:   kilometres, metres above sea level, GHz; `ae_km` effective earth radius.
/// Errors:  none; NaN heights give NaN.
/// Source:  Rec. ITU-R P.526-15 §4.5.4; P.1812-6 §4.3.4, eqs. (37)–(39).
[[nodiscard]] DeltaBullington p526_delta_bullington(TerrainPath const& path, double ae_km, double f_ghz,
                                                    Ground ground = {});

/// The same with a smooth surface fitted elsewhere (P.1812 fits it to the ground, but diffracts over the clutter).
[[nodiscard]] DeltaBullington p526_delta_bullington(TerrainPath const& path, SmoothSurface surface, double ae_km,
                                                    double f_ghz, Ground ground);

} // namespace phusong

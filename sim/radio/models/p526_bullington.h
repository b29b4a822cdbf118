#pragma once
#include <span>

namespace phusong {

/// Terrain between two antennas. Distances rise from 0 at the transmitter; both ends are included.
/// Units:  kilometres; heights in metres above sea level, antennas included in `hts_m` and `hrs_m`.
struct TerrainPath {
    std::span<double const> d_km;
    std::span<double const> h_m;
    double hts_m = 0;                       ///< transmitting antenna
    double hrs_m = 0;                       ///< receiving antenna
    std::span<double const> clutter_m = {}; ///< stands on the ground between the ends; empty = none
};

/// Wavelength with the speed of light rounded as in the reference implementation of P.1812.
[[nodiscard]] inline double wavelength_m(double f_ghz) { return 0.2998 / f_ghz; }

/// Loss J(v) of a single knife edge, dB. Zero for v <= -0.78.
/// Source:  Rec. ITU-R P.526-15, eq. (31); P.1812-6, eq. (12).
[[nodiscard]] double knife_edge_loss_db(double v);

/// The Bullington point of a path, as its diffraction parameter times the root of the wavelength: what remains of the
/// construction when the frequency is left out, so that one pass over the terrain serves every frequency.
/// Minus infinity when there is no terrain point between the ends.
/// Units:   v · sqrt(lambda in metres). `effective_earth_km` is the radius a_e.
/// Source:  Rec. ITU-R P.526-15 §4.5.4; equation numbers of P.1812-6 §4.3.1, eqs. (13)–(19).
[[nodiscard]] double bullington_v_root_lambda(TerrainPath const& path, double effective_earth_km);

/// The same over the sea-level sphere: the terrain of `d_km` with every height zero.
[[nodiscard]] double smooth_v_root_lambda(std::span<double const> d_km, double hts_m, double hrs_m,
                                          double effective_earth_km);

/// Loss of the Bullington construction, dB.
/// Source:  Rec. ITU-R P.526-15 §4.5.4; P.1812-6, eq. (21).
[[nodiscard]] double bullington_loss_db(double v_root_lambda, double d_km, double f_ghz);

} // namespace phusong

#pragma once

namespace phusong {

enum class Polarisation { horizontal, vertical };

/// Electrical ground: medium dry land and sea water, as P.1812 mixes them.
struct Ground {
    Polarisation polarisation = Polarisation::vertical;
    double sea_share = 0; ///< of the path, in [0, 1]
};

/// How a ray over a smooth earth clears it: what the spherical-earth loss needs before the frequency is known.
struct SmoothClearance {
    double d_km = 0, hte_m = 0, hre_m = 0;
    double radius_km = 0; ///< earth radius for the first term: a_e beyond the horizon, else the one that just touches
    bool beyond_horizon = false;
    double hse_m = 0;                  ///< smallest clearance, within the horizon
    double hreq_per_root_lambda_m = 0; ///< clearance for no loss, divided by the root of the wavelength in metres
};

/// Units:   kilometres; antenna heights in metres above the smooth surface, positive; `ae_km` effective earth radius.
/// Source:  Rec. ITU-R P.526-15 §3.2; P.1812-6 §4.3.2, eqs. (22)–(26).
[[nodiscard]] SmoothClearance smooth_clearance(double d_km, double hte_m, double hre_m, double ae_km);

/// Diffraction loss over a smooth earth, dB; never negative within the horizon.
/// Source:  Rec. ITU-R P.526-15 §3.2; P.1812-6 §4.3.2, eq. (27).
[[nodiscard]] double spherical_earth_loss_db(SmoothClearance const& clearance, double f_ghz, Ground ground);

/// First term of the residue series, dB.
/// Source:  Rec. ITU-R P.526-15 §3.1.1; P.1812-6 §4.3.3, eqs. (28)–(36).
[[nodiscard]] double first_term_loss_db(double d_km, double hte_m, double hre_m, double adft_km, double f_ghz,
                                        Ground ground);

} // namespace phusong

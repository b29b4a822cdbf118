#pragma once

namespace phusong {

/// What surrounds a terminal, Table 3 of P.2108.
enum class ClutterType { water_sea, open_rural, suburban, urban, trees_forest, dense_urban };

/// Representative height of that clutter when nothing better is known, metres above ground.
/// Source:  Rec. ITU-R P.2108-1, Annex 1 §3.1, Table 3.
[[nodiscard]] double p2108_default_height_m(ClutterType type);

/// Street width when nothing better is known, metres. P.2108-1 §3.1.
inline constexpr double p2108_default_street_m = 27;

/// Height gain terminal correction A_h: median loss between a terminal among clutter of height R and the height R over
/// it. To be added, at either end, to a loss reckoned to the top of the clutter; not to one that has the clutter in it.
/// Units:   GHz, 0.03–3; metres above ground, positive; dB, never negative, 0 from h = R on.
/// Errors:  std::invalid_argument outside these limits.
/// Source:  Rec. ITU-R P.2108-1, Annex 1 §3.1, eqs. (2a)–(2g).
[[nodiscard]] double p2108_height_gain_loss_db(double f_ghz, double h_m, ClutterType type, double R_m,
                                               double ws_m = p2108_default_street_m);

/// Clutter loss of a terminal well below the roofs of a town, not exceeded at p per cent of locations. For one end;
/// from 1 km on it may be added at both.
/// Units:   GHz, 0.5–67; kilometres, 0.25 at least; per cent, 0 < p < 100; dB, below 0 for small p over short paths.
/// Errors:  std::invalid_argument outside these limits.
/// Source:  Rec. ITU-R P.2108-1, Annex 1 §3.2, eqs. (3)–(6). (The first edition began at 2 GHz.)
[[nodiscard]] double p2108_statistical_loss_db(double f_ghz, double d_km, double p_percent);

} // namespace phusong

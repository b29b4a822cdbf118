#pragma once

namespace phusong {

/// Kinds of building by P.2109 Annex 1 §2: thermally efficient ones have metallised glass or foil-backed panels.
enum class BuildingType { traditional = 1, thermally_efficient = 2 };

/// Loss between the air outside a building and a terminal at a random place in it, not exceeded with probability P.
/// Units:   GHz, 0.08–100; P in percent, 0 < P < 100; degrees above (or below) the horizontal, −90–90; dB. Negative
///          for small P: −3 dB is the least.
/// Errors:  std::invalid_argument outside these limits.
/// Source:  Rec. ITU-R P.2109-2, Annex 1 §3, eqs. (1)–(10), Table 1 (the same in the -1).
[[nodiscard]] double p2109_building_entry_loss_db(double f_ghz, double P_percent, BuildingType type, double theta_deg);

} // namespace phusong

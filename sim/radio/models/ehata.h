#pragma once

namespace phusong {

enum class HataArea { urban, suburban, open };

/// Median path loss of the extended Hata model, from under the mast on. No terrain; never less than free space.
/// Units:   kilometres on the ground, over 0 to 100; MHz, 150–3000; antenna heights in metres above ground, in either
///          order: Hb is the higher one, to 200; Hm the lower one, a metre at least (less counts as a metre).
/// Errors:  std::invalid_argument outside these limits.
/// Source:  CEPT/ECO, SEAMCAT handbook (ECC Report 252), annex A17.3.1 "Extended Hata", eqs. (190)–(201), from ITU-R
///          SM.2028. Hata's own data have Hb 30–200 m, Hm 1–10 m, d 1–20 km; at 1500 MHz its formulas step by 1 dB.
[[nodiscard]] double ehata_loss_db(double d_km, double f_mhz, double h1_m, double h2_m, HataArea area);

} // namespace phusong

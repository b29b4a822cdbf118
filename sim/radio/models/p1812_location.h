#pragma once

namespace phusong {

/// sigmaL: standard deviation of the median's variation with location, outdoors, over squares of `wa_m` (the resolution
/// of the prediction), dB.
/// Source:  Rec. ITU-R P.1812-6 §4.8, eq. (64).
[[nodiscard]] double location_sigma_db(double f_ghz, double wa_m);

/// Share of sigmaL that is left for an antenna `h_m` above ground among clutter `R_m` high: all below the clutter, none
/// from 10 m above it on.
/// Source:  Rec. ITU-R P.1812-6 §4.8, eq. (65).
[[nodiscard]] double location_height_share(double h_m, double R_m);

/// Lloc: what is lost beyond the median of locations where pL percent of them shall be served; negative under 50 %.
/// Nothing varies over the sea.
/// Source:  Rec. ITU-R P.1812-6 §4.8, eq. (66).
[[nodiscard]] double location_loss_db(double pL_percent, double sigmaL_db);

} // namespace phusong

#pragma once

namespace phusong {

/// sigmaL: standard deviation of the median's variation with location, outdoors, over squares of `wa_m` (the resolution
/// of the prediction), dB. For antennas among the clutter or below it; that less varies high over it is not in the
/// formula. Source:  Rec. ITU-R P.1812-6 §4.8, eq. (64).
[[nodiscard]] double location_sigma_db(double f_ghz, double wa_m);

/// Lloc: what is lost beyond the median of locations where pL percent of them shall be served; negative under 50 %.
/// Nothing varies over the sea.
/// Source:  Rec. ITU-R P.1812-6 §4.8, eq. (66).
[[nodiscard]] double location_loss_db(double pL_percent, double sigmaL_db);

} // namespace phusong

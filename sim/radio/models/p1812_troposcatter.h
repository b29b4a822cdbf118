#pragma once

namespace phusong {

/// Basic transmission loss by troposcatter not exceeded in p percent of time, dB.
/// Units:   `theta_mrad` angular distance; N-units; GHz.
/// Source:  Rec. ITU-R P.1812-6 §4.4, eqs. (44), (45).
[[nodiscard]] double troposcatter_loss_db(double d_km, double theta_mrad, double f_ghz, double p_percent, double n0);

} // namespace phusong

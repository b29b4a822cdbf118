#pragma once

namespace phusong {

/// Basic transmission loss in free space between isotropic antennas.
/// Units:   kilometres along the straight line, MHz; dB.
/// Errors:  none; the distance must be positive.
/// Source:  Rec. ITU-R P.525-4, eq. (4); the same as P.1812-6, eq. (8).
[[nodiscard]] double free_space_loss_db(double distance_km, double frequency_mhz);

} // namespace phusong

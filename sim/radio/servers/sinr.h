#pragma once
#include "geo/raster.h"
#include "sim/radio/servers/server_map.h"

namespace phusong {

/// Thermal noise at 290 K and the receiver's own: −174 dBm/Hz + 10 log10(bandwidth) + noise figure. The bandwidth is
/// that of the signal whose power the map holds: 15 kHz for the resource elements of 4G, the carrier for 2G and 3G.
[[nodiscard]] double noise_dbm(double bandwidth_hz, double noise_figure_db);

/// Signal of the best server over noise and what all other sectors bring, each as often as it is loaded.
/// Units:   dB; NaN where there is no server.
/// Threads: OpenMP; the result does not depend on the thread count, nor on the instruction set.
[[nodiscard]] geo::Raster sinr_db(ServerMap const& map, double noise_dbm);

} // namespace phusong

#pragma once
#include "geo/raster.h"

namespace phusong {

/// How many bits a link carries, as a part of Shannon's bound between two ends.
/// Source:  3GPP TR 36.942 Annex A.2; its Table A.2 has for the downlink of 4G 0.6, −10 dB and 4.4 bit/s/Hz.
struct LinkCurve {
    double bound_share = 0;     ///< α: share of log2(1 + SINR) that coding and modulation reach
    double least_sinr_db = 0;   ///< SNIR_min: below it nothing gets through
    double most_bps_per_hz = 0; ///< Thr_max: of the densest modulation
};

/// Carrier of which a link's rate is made.
struct DataCarrier {
    double bandwidth_mhz = 0;
    double data_share = 1; ///< what control channels, pilots, guard bands and the downlink's share of time leave
};

[[nodiscard]] double spectral_efficiency_bps_per_hz(LinkCurve const& curve, double sinr_db);

/// Rate of a receiver that has the whole carrier for itself, Mbit/s; NaN where the ratio is.
/// Threads: OpenMP; the result does not depend on the thread count, nor on the instruction set.
[[nodiscard]] geo::Raster throughput_mbps(geo::Raster const& sinr_db, LinkCurve const& curve,
                                          DataCarrier const& carrier);

} // namespace phusong

#pragma once
#include "sim/scenario/technology.h"

namespace phusong {

/// Power of one carrier of a transmitter, and how much of it is the signal by which coverage is judged.
struct CarrierPower {
    double total_dbm = 0;
    int resource_blocks = 0;      ///< 4G and 5G: of 12 subcarriers each, in the whole carrier
    double pilot_power_share = 0; ///< 3G: of the common pilot channel
};

/// Power of the reference signal of a technology.
///     2G: the carrier itself (RxLev; the BCCH carrier sends at full power, 3GPP TS 45.008 §7.1).
///     3G: the common pilot channel (CPICH RSCP, TS 25.215 §5.1.1).
///     4G: one resource element (RSRP, TS 36.214 §5.1.1): total − 10 log10(12 N_RB), power spread evenly.
///     5G: the same (SS-RSRP, TS 38.215 §5.1.1).
[[nodiscard]] double reference_power_dbm(Technology technology, CarrierPower const& carrier);

} // namespace phusong

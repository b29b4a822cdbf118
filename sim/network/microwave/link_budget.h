#pragma once
#include "sim/network/microwave/clearance.h"
#include "sim/network/microwave/heights.h"

namespace phusong {

/// One kind of microwave radio with its antennas.
struct LinkClass {
    double frequency_ghz = 0;
    double max_km = 0;           ///< longest hop that it is used for
    double antenna_gain_dbi = 0; ///< of each end
    double tx_power_dbm = 0;
    double threshold_dbm = 0; ///< weakest signal that carries `capacity_mbps`
    double capacity_mbps = 0;
    double gas_db_per_km = 0; ///< taken by the air
    friend bool operator==(LinkClass const&, LinkClass const&) = default;
};

/// What the weather of the place does to a hop.
struct HopClimate {
    double rain_rate_mm_per_h = 0; ///< exceeded in 0.01 % of the year
    double log10_k = 0, dn75 = 0;  ///< multipath, see MultipathPath
    double latitude_deg = 0;
    bool vertical = true;       ///< polarization
    double other_losses_db = 0; ///< feeders, branching, ageing, both ends together
};

/// From transmitter to outage.
struct HopBudget {
    double free_space_db = 0, gas_db = 0;
    double received_dbm = 0;   ///< in clear air
    double fade_margin_db = 0; ///< over the threshold
    double rain_001_db = 0;    ///< taken by rain in 0.01 % of the year
    double worst_month_multipath_share = 0, multipath_share = 0,
           rain_share = 0;         ///< of the time out; the last two: year
    double availability_share = 0; ///< of an average year: neither multipath nor rain
};

/// Source: free space by Rec. ITU-R P.525-4 eq. (4); multipath P.530-18 §2.3; rain P.530-18 §2.4.1 with P.838-3.
/// Outages
///         of both are added (P.530-18 §7). Errors: without any margin nothing is available.
[[nodiscard]] HopBudget hop_budget(HopProfile const& profile, AntennaHeights const& heights, LinkClass const& radio,
                                   HopClimate const& climate);

} // namespace phusong

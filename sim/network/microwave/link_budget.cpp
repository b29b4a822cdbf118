#include "sim/network/microwave/link_budget.h"
#include "sim/network/microwave/multipath.h"
#include "sim/network/microwave/rain.h"
#include <algorithm>
#include <cmath>

namespace phusong {

HopBudget hop_budget(HopProfile const& profile, AntennaHeights const& heights, LinkClass const& radio,
                     HopClimate const& climate) {
    double const d_km = profile.length_km, f_ghz = radio.frequency_ghz;
    HopBudget out;
    out.free_space_db = 92.45 + 20 * std::log10(f_ghz) + 20 * std::log10(d_km);
    out.gas_db = radio.gas_db_per_km * d_km;
    out.received_dbm =
        radio.tx_power_dbm + 2 * radio.antenna_gain_dbi - climate.other_losses_db - out.free_space_db - out.gas_db;
    out.fade_margin_db = out.received_dbm - radio.threshold_dbm;
    out.rain_001_db = rain_exceeded_001_db(d_km, f_ghz, climate.vertical, climate.rain_rate_mm_per_h);
    MultipathPath const path{d_km,
                             f_ghz,
                             profile.ground_m.front() + heights.a_m,
                             profile.ground_m.back() + heights.b_m,
                             profile.mean_ground_m(),
                             climate.log10_k,
                             climate.dn75,
                             climate.latitude_deg};
    out.worst_month_multipath_share = multipath_worst_month_share(path, out.fade_margin_db);
    out.multipath_share = multipath_year_share(path, out.fade_margin_db);
    out.rain_share = rain_outage_share(out.rain_001_db, f_ghz, out.fade_margin_db);
    out.availability_share = std::max(0.0, 1 - out.multipath_share - out.rain_share);
    return out;
}

} // namespace phusong

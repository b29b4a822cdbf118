#pragma once

namespace phusong {

/// What ducting and layer reflection know of one path, in the symbols of the Recommendation.
struct DuctingPath {
    double d = 0, dlt = 0, dlr = 0, dct = 0, dcr = 0, dlm = 0; ///< km
    double theta_t = 0, theta_r = 0;                           ///< mrad
    double hts = 0, hrs = 0;                                   ///< metres above sea level
    double hte = 0, hre = 0, hm = 0;                           ///< m
    double omega = 0, ae = 0;                                  ///< share over sea; km
};

/// Basic transmission loss by ducting and layer reflection not exceeded in p percent of time, dB.
/// Source:  Rec. ITU-R P.1812-6 §4.5, eqs. (46)–(56).
[[nodiscard]] double ducting_loss_db(DuctingPath const& path, double f_ghz, double p_percent, double beta0_percent);

} // namespace phusong

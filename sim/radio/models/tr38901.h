#pragma once

namespace phusong {

/// A base station and a user, as Table 7.4.1-1 of TR 38.901 takes them.
struct Tr38901Link {
    double fc_ghz = 0;             ///< f_c; here 0.5–7, where the rural formulas are validated
    double h_bs_m = 0, h_ut_m = 0; ///< antenna heights above ground
};

/// What stands in the countryside between them: the source's defaults.
struct RuralStreets {
    double h_m = 5;  ///< average height of buildings, 5–50
    double W_m = 20; ///< average width of streets, 5–50
};

/// Distance from antenna to antenna.
[[nodiscard]] double tr38901_d3d_m(double d2d_m, Tr38901Link const& link);

/// Breakpoint distance d_BP of rural macro cells: 2 pi h_BS h_UT f_c / c.
[[nodiscard]] double tr38901_rma_breakpoint_m(Tr38901Link const& link);

/// Rural macro cell (RMa), median path loss with and without line of sight, and the probability of sight.
/// Units:   metres on the ground, d_2D, 10–10,000 (without sight 10–5,000); dB; a share.
/// Domain:  h_BS 10–150 m (the source's default: 35), h_UT 1–10 m (1.5).
/// Errors:  std::invalid_argument outside these limits. The probability has none: it is 1 within 10 m.
/// Source:  3GPP TR 38.901 v16.1.0 (ETSI TR 138 901), Tables 7.4.1-1 and 7.4.2-1. Shadow fading, not added, has a
///          standard deviation of 4 dB within sight up to the breakpoint, 6 dB beyond it, 8 dB without sight.
/// At the breakpoint the source's formulas leave a step up of up to 0.3 dB, for low masts.
[[nodiscard]] double tr38901_rma_los_db(double d2d_m, Tr38901Link const& link, RuralStreets const& streets = {});
[[nodiscard]] double tr38901_rma_nlos_db(double d2d_m, Tr38901Link const& link, RuralStreets const& streets = {});
[[nodiscard]] double tr38901_rma_los_probability(double d2d_m);

/// Urban macro cell (UMa), median path loss with and without line of sight.
/// Units:   metres on the ground, d_2D, 10–5,000; dB.
/// Domain:  h_BS 10–150 m (the source knows 25 only), h_UT 1.5–13 m: over 13 m the source draws the effective
///          environment height h_E at random, under it h_E = 1 m.
/// Errors:  std::invalid_argument outside these limits.
/// Source:  3GPP TR 38.901 v16.1.0, Table 7.4.1-1 with note 1. Shadow fading 4 dB and 6 dB.
[[nodiscard]] double tr38901_uma_los_db(double d2d_m, Tr38901Link const& link);
[[nodiscard]] double tr38901_uma_nlos_db(double d2d_m, Tr38901Link const& link);

} // namespace phusong

#pragma once
#include "sim/radio/models/p526_spherical_earth.h"
#include <cstdint>
#include <span>

namespace phusong {

enum class ItmClimate {
    equatorial = 1,
    continental_subtropical,
    maritime_subtropical,
    desert,
    continental_temperate,
    maritime_temperate_over_land,
    maritime_temperate_over_sea
};

/// What varies together: which of time, location and situation one message, one user or one station meets.
enum class ItmMessage { single_message = 0, accidental, mobile, broadcast };

/// The mode of variability, `mdvar` of the documents.
struct ItmVariability {
    ItmMessage message = ItmMessage::broadcast;
    bool without_location = false;  ///< mdvar + 10: both antennas stand where they stand
    bool without_situation = false; ///< mdvar + 20: for interference
};

/// Errors:  std::invalid_argument for a number that is not 0–3, 10–13, 20–23 or 30–33.
[[nodiscard]] ItmVariability itm_variability_of(int mdvar);

/// Percentages, each in (0, 100), of time, of locations and of situations in which the loss is not exceeded.
struct ItmQuantiles {
    double time_percent = 50, location_percent = 50, situation_percent = 50;
};

/// The quantiles that the confidence/reliability form stands for: reliability is of time, confidence of situations.
[[nodiscard]] ItmQuantiles itm_quantiles_of(double confidence_percent, double reliability_percent);

/// Everything but the terrain. Symbols of the documents beside each.
struct ItmLink {
    double f_mhz = 0;                ///< f, 20–20,000; a warning outside 40–10,000
    double h_tx_m = 0, h_rx_m = 0;   ///< structural heights above ground, 0.5–3000; a warning outside 1–1000
    double epsilon = 0, sigma_s = 0; ///< ground: relative permittivity, at least 1; conductivity, S/m, positive
    double N_0 = 0;                  ///< surface refractivity reduced to sea level, N-units, 250–400
    ItmClimate climate = ItmClimate::equatorial;
    Polarisation polarisation = Polarisation::vertical;
    ItmVariability variability{};
};

enum class ItmMode { none = 0, line_of_sight, diffraction, troposcatter };

/// Bits of ItmLoss::warnings; the numbers are those of the open reference implementation.
enum ItmWarning : std::uint32_t {
    itm_tx_height = 0x0001,
    itm_rx_height = 0x0002,
    itm_frequency = 0x0004,
    itm_path_over_1000_km = 0x0008,
    itm_path_over_2000_km = 0x0010,
    itm_path_short_for_heights = 0x0020, ///< shorter than five times the difference of the effective heights
    itm_path_under_1_km = 0x0040,
    itm_tx_horizon_angle = 0x0080, ///< over 0.2 rad, where small angles stop being small
    itm_rx_horizon_angle = 0x0100,
    itm_tx_horizon_near = 0x0200, ///< under a tenth of a smooth earth's
    itm_rx_horizon_near = 0x0400,
    itm_tx_horizon_far = 0x0800, ///< over three times a smooth earth's
    itm_rx_horizon_far = 0x1000,
    itm_extreme_quantile = 0x2000,     ///< beyond 3.1 standard deviations
    itm_surface_refractivity = 0x4000, ///< N_s under 250: high mountains
};

/// The loss and how it came about. Metres, radians, dB.
struct ItmLoss {
    double A_db = 0; ///< basic transmission loss not exceeded at the quantiles asked for
    ItmMode mode = ItmMode::none;
    std::uint32_t warnings = 0;
    double A_fs_db = 0, A_ref_db = 0; ///< free space; median beyond it, before variability
    double d_km = 0;
    double theta_hzn_tx = 0, theta_hzn_rx = 0;
    double d_hzn_tx_m = 0, d_hzn_rx_m = 0;
    double h_e_tx_m = 0, h_e_rx_m = 0; ///< effective heights
    double N_s = 0;                    ///< surface refractivity at the height of the path
    double delta_h_m = 0;              ///< terrain irregularity: interdecile range of heights about a straight line
};

/// Path loss over a terrain profile by the Irregular Terrain Model (Longley–Rice), point-to-point mode.
/// Shapes:  `heights_m` at equal steps, at least three; the first is the transmitter's ground, the last the receiver's.
/// Units:   metres above sea level; step in metres.
/// Errors:  std::invalid_argument outside the limits named at ItmLink, for quantiles outside (0, 100) and for ground
///          or air that the model cannot take. NaN heights give NaN, and so does a horizon so near under so high an
///          antenna that Vogler's method ends (B_0 < 0; met under 50 MHz only). Warnings are bits of the result.
/// Source:  ITM 1.4. Hufford, Longley, Kissick, NTIA Report 82-100 (1982); Hufford, "The ITS Irregular Terrain Model,
///          version 1.2.2: the algorithm" (1995), whose equations are cited as [A n]; Longley and Rice, ESSA ERL
///          79-ITS 67 (1968) as [LR n]; NBS TN 101 as [TN n]; Vogler (1964) as [V n].
[[nodiscard]] ItmLoss itm_p2p(std::span<double const> heights_m, double step_m, ItmLink const& link,
                              ItmQuantiles const& quantiles = {});

} // namespace phusong

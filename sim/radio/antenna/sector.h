#pragma once
#include "sim/radio/antenna/pattern.h"
#include <cstdint>
#include <memory>

namespace phusong {

/// One antenna direction of a site in one band. Tilts point down when positive.
struct Sector {
    std::uint32_t id = 0;
    double azimuth_deg = 0; ///< clockwise from the grid's north
    double mechanical_tilt_deg = 0;
    double electrical_tilt_deg = 0; ///< wanted; what the pattern's file has already is not counted twice
    std::shared_ptr<AntennaPattern const> pattern{}; ///< must be given
    double power_dbm = 0;                            ///< of the reference signal, see reference_power.h
    double losses_db = 0;                            ///< feeder, connectors, jumpers
    double frequency_mhz = 0;
    double load_share = 1; ///< share of the time in which it disturbs others, [0, 1]
};

/// Angle below the horizon at which a receiver is seen over an effective earth; negative is up.
/// Heights are metres above sea level, distances metres over 0.
[[nodiscard]] double depression_deg(double antenna_m, double receiver_m, double distance_m,
                                    double effective_earth_radius_km);

/// Gain towards a direction: G0 − min(A_H(φ) + A_V(θ'), A_m), with φ = azimuth − the sector's and
///     θ' = depression − mechanical tilt · cos φ − (electrical tilt − tilt of the pattern).
/// The mechanical tilt turns with the azimuth: full in front, none sideways, upwards behind. cos φ stands for the exact
/// asin(cos φ sin m); to a tilt of 10° that is within 0.03°.
[[nodiscard]] double gain_dbi(Sector const& sector, double azimuth_deg, double depression_deg);

/// What the sector sends into the direction of its highest gain.
[[nodiscard]] double eirp_dbm(Sector const& sector);

} // namespace phusong

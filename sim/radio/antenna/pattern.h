#pragma once
#include <array>
#include <cstddef>
#include <string>

namespace phusong {

inline constexpr std::size_t degrees_around = 360;
using AntennaCut = std::array<float, degrees_around>; ///< attenuation, dB, never below 0; one value per whole degree

/// What an antenna radiates, as two cuts through its body.
/// Units:   dB below `gain_dbi`; degrees. A default one radiates alike in all directions.
struct AntennaPattern {
    static constexpr double unlimited_db = 1e4;

    std::string name;
    double gain_dbi = 0;
    double electrical_tilt_deg = 0;            ///< already in the vertical cut; down is positive
    double most_attenuation_db = unlimited_db; ///< of both cuts together
    AntennaCut horizontal_db{};                ///< clockwise from the main direction
    AntennaCut vertical_db{}; ///< downwards from the horizon of the main direction: 90 nadir, 180 back, 270 zenith
    friend bool operator==(AntennaPattern const&, AntennaPattern const&) = default;
};

/// Attenuation of a cut at any finite angle, linear between the two nearest degrees.
[[nodiscard]] double attenuation_db(AntennaCut const& cut, double angle_deg);

/// `angle_deg` brought into [-180, 180).
[[nodiscard]] double half_turn_deg(double angle_deg);

/// An antenna by the formula of 3GPP. The defaults of its tables are the caller's to give: TR 38.901 has 65° by 65°,
/// 30 dB, 30 dB; TR 36.814 70° by 10°, 25 dB, 20 dB.
/// Source:  3GPP TR 38.901 Table 7.3-1; TR 36.814 Table A.2.1.1-2.
struct FormulaAntenna {
    double gain_dbi = 0;
    double horizontal_beamwidth_deg = 0, vertical_beamwidth_deg = 0; ///< between the half-power points, over 0
    double most_attenuation_db = 0;                                  ///< A_m (A_max): backwards, and of both together
    double side_lobe_attenuation_db = 0;                             ///< SLA_v
    double electrical_tilt_deg = 0;
};
[[nodiscard]] AntennaPattern make_3gpp_pattern(FormulaAntenna const& antenna);

/// Alike in all directions.
[[nodiscard]] AntennaPattern omni(double gain_dbi);

} // namespace phusong

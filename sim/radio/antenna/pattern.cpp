#include "sim/radio/antenna/pattern.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr double full_turn_deg = degrees_around;

/// A parabola in dB with 3 dB at half the beamwidth: 12 (φ / φ3dB)², at most `most_db`.
double beam_db(double off_axis_deg, double beamwidth_deg, double most_db) {
    double const part = off_axis_deg / beamwidth_deg;
    return std::min(12 * part * part, most_db);
}

} // namespace

double half_turn_deg(double angle_deg) {
    double const turned = angle_deg - full_turn_deg * std::floor((angle_deg + full_turn_deg / 2) / full_turn_deg);
    return turned >= full_turn_deg / 2 ? -full_turn_deg / 2 : turned; // rounding may reach the upper end
}

double attenuation_db(AntennaCut const& cut, double angle_deg) {
    double const around = angle_deg - full_turn_deg * std::floor(angle_deg / full_turn_deg);
    double const whole = std::floor(around);
    auto const below = static_cast<std::size_t>(whole) % degrees_around;
    double const at = cut[below], next = cut[(below + 1) % degrees_around];
    return at + (next - at) * (around - whole);
}

AntennaPattern make_3gpp_pattern(FormulaAntenna const& antenna) {
    AntennaPattern out;
    out.name = "3GPP";
    out.gain_dbi = antenna.gain_dbi;
    out.electrical_tilt_deg = antenna.electrical_tilt_deg;
    out.most_attenuation_db = antenna.most_attenuation_db; // A = min(A_H + A_V, A_m)
    for (std::size_t i = 0; i < degrees_around; ++i) {
        auto const angle_deg = static_cast<double>(i);
        out.horizontal_db[i] = static_cast<float>(
            beam_db(half_turn_deg(angle_deg), antenna.horizontal_beamwidth_deg, antenna.most_attenuation_db));
        out.vertical_db[i] =
            static_cast<float>(beam_db(half_turn_deg(angle_deg - antenna.electrical_tilt_deg),
                                       antenna.vertical_beamwidth_deg, antenna.side_lobe_attenuation_db));
    }
    return out;
}

AntennaPattern omni(double gain_dbi) {
    AntennaPattern out;
    out.name = "omni";
    out.gain_dbi = gain_dbi;
    return out;
}

} // namespace phusong

#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace phusong::itm {

namespace {

/// A curve over the effective distance, kilometres. [TN III.69, III.70]
struct Curve {
    double c1, c2, x1, x2, x3;
    [[nodiscard]] double at(double d_e) const {
        double const u = (d_e - x2) / x3, v = d_e / x1, v2 = v * v;
        return (c1 + c2 / (1 + u * u)) * v2 / (1 + v2);
    }
};

/// How the spread in time depends on the frequency.
struct FrequencyFactor {
    double b1, b2, b3;
    [[nodiscard]] double at(double wn) const {
        double const q = b3 * std::log(0.133 * wn);
        return b1 + b2 / (q * q + 1);
    }
};

struct Climate {
    Curve median, spread_below, spread_above; ///< dB; below the median signal and above it
    double C_D, z_D;                          ///< where the distribution in time bends
    FrequencyFactor g_below, g_above;
};

// The algorithm, Table 5.1, in the order of ItmClimate; it approximates TN 101, figure 10.13.
// clang-format off
constexpr std::array<Climate, 7> climates{{
    {{-9.67, 12.7, 144.9, 190.3, 133.8}, {2.13, 159.5, 762.2, 123.6, 94.5}, {2.11, 102.3, 636.9, 134.8, 95.6}, 1.224, 1.282, {1, 0, 0}, {1, 0, 0}}, // equatorial
    {{-0.62, 9.19, 228.9, 205.2, 143.6}, {2.66, 7.67, 100.4, 172.5, 136.4}, {6.87, 15.53, 138.7, 143.7, 98.6}, 0.801, 2.161, {1, 0, 0}, {0.93, 0.31, 2}}, // continental subtropical
    {{1.26, 15.5, 262.6, 185.2, 99.8}, {6.11, 6.65, 138.2, 242.2, 178.6}, {10.08, 9.6, 165.3, 225.7, 129.7}, 1.38, 1.282, {1, 0, 0}, {1, 0, 0}}, // maritime subtropical
    {{-9.21, 9.05, 84.1, 101.1, 98.6}, {1.98, 13.11, 139.1, 132.7, 193.5}, {3.68, 159.3, 464.4, 93.1, 94.2}, 1, 20, {1, 0, 0}, {0.93, 0.19, 1.79}}, // desert
    {{-0.62, 9.19, 228.9, 205.2, 143.6}, {2.68, 7.16, 93.7, 186.8, 133.5}, {4.75, 8.12, 93.2, 135.9, 113.4}, 1.224, 1.282, {0.92, 0.25, 1.77}, {0.93, 0.31, 2}}, // continental temperate
    {{-0.39, 2.86, 141.7, 315.9, 167.4}, {6.86, 10.38, 187.8, 169.6, 108.9}, {8.58, 13.97, 216, 152, 122.7}, 1.518, 1.282, {1, 0, 0}, {1, 0, 0}}, // maritime temperate, over land
    {{3.15, 857.9, 2222, 164.8, 116.3}, {8.51, 169.8, 609.8, 119.9, 106.6}, {8.43, 8.19, 136.2, 188.5, 122.9}, 1.518, 1.282, {1, 0, 0}, {1, 0, 0}}, // maritime temperate, over sea
}};
// clang-format on

/// Standard normal deviate exceeded with probability q, by Abramowitz and Stegun (26.2.23), as every ITM has it: exact
/// values would move results by up to 0.005 dB per 10 dB of spread.
double deviate(double q_percent) {
    double const q = q_percent / 100, tail = q > 0.5 ? 1 - q : q;
    double const T = std::sqrt(-2 * std::log(tail));
    double const zeta =
        ((0.010328 * T + 0.802853) * T + 2.515516) / (((0.001308 * T + 0.189269) * T + 1.432788) * T + 1);
    return q > 0.5 ? zeta - T : T - zeta;
}

struct Deviates {
    double T, L, S;
};
Deviates deviates_of(ItmQuantiles const& quantiles, ItmMessage message) {
    Deviates z{deviate(quantiles.time_percent), deviate(quantiles.location_percent),
               deviate(quantiles.situation_percent)};
    if (message == ItmMessage::single_message) z.T = z.L = z.S;
    if (message == ItmMessage::accidental) z.L = z.S;
    if (message == ItmMessage::mobile) z.L = z.T;
    return z;
}

/// The distance over a smooth earth of 9000 km that has the same angle, kilometres. [A 5.3]
double effective_distance_km(Path const& path, double wn) {
    double const a_1 = 9000e3;
    double const d_ex = std::sqrt(2 * a_1 * path.tx.h_e) + std::sqrt(2 * a_1 * path.rx.h_e) + std::cbrt(575.7e12 / wn);
    return (path.d < d_ex ? 130e3 * path.d / d_ex : 130e3 + path.d - d_ex) / 1000;
}

double time_sigma(Climate const& climate, double z_T, double d_e_km, double wn) {
    if (z_T < 0) return climate.spread_below.at(d_e_km) * climate.g_below.at(wn);
    double const above = climate.spread_above.at(d_e_km) * climate.g_above.at(wn);
    if (z_T <= climate.z_D) return above;
    double const sigma_TD = climate.C_D * above;
    return sigma_TD + (above - sigma_TD) * climate.z_D / z_T;
}

struct Sigmas {
    double T, L, S;
};

/// What is exceeded by the signal in the share of time, locations and situations asked for, dB. [A 5.11]
double deviation(Sigmas const& sigma, Deviates const& z, ItmMessage message) {
    double const Y_T = sigma.T * z.T, Y_L = sigma.L * z.L, z2 = z.S * z.S;
    double const T2 = sigma.T * sigma.T, L2 = sigma.L * sigma.L;
    double const S2 = sigma.S * sigma.S + Y_T * Y_T / (7.8 + z2) + Y_L * Y_L / (24 + z2);
    switch (message) {
    case ItmMessage::single_message:
        return std::sqrt(T2 + L2 + S2) * z.S;
    case ItmMessage::accidental:
        return Y_T + std::sqrt(L2 + S2) * z.S;
    case ItmMessage::mobile:
        return std::sqrt(T2 + L2) * z.T + std::sqrt(S2) * z.S;
    case ItmMessage::broadcast:
        break;
    }
    return Y_T + Y_L + std::sqrt(S2) * z.S;
}

} // namespace

Varied with_variability(double A_ref, Path const& path, double f_mhz, ItmClimate climate,
                        ItmVariability const& variability, ItmQuantiles const& quantiles) {
    auto const& table = climates.at(static_cast<std::size_t>(climate) - 1);
    auto const z = deviates_of(quantiles, variability.message);
    double const wn = f_mhz / 47.7, d_e = effective_distance_km(path, wn);
    double const roughness = wn * irregularity_at(path.d, path.delta_h);
    Sigmas sigma{};
    sigma.T = time_sigma(table, z.T, d_e, wn);
    if (!variability.without_location) sigma.L = 10 * roughness / (roughness + 13); // [A 5.9]
    if (!variability.without_situation) sigma.S = 5 + 3 * std::exp(-d_e / 100);     // [A 5.10], D = 100 km
    double A = A_ref - table.median.at(d_e) - deviation(sigma, z, variability.message);
    if (A < 0) A *= (29 - A) / (29 - 10 * A); // [A 5.2]: little better than free space
    return {A, std::max({std::abs(z.T), std::abs(z.L), std::abs(z.S)}) > 3.1};
}

} // namespace phusong::itm

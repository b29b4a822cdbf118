#include "sim/network/microwave/rain.h"
#include <algorithm>
#include <cmath>
#include <span>

namespace phusong {
namespace {

struct Bell {
    double a, b, c;
};

// P.838-3, Tables 1 to 4.
constexpr Bell k_h[]{{-5.33980, -0.10008, 1.13098},
                     {-0.35351, 1.26970, 0.45400},
                     {-0.23789, 0.86036, 0.15354},
                     {-0.94158, 0.64552, 0.16817}};
constexpr Bell k_v[]{{-3.80595, 0.56934, 0.81061},
                     {-3.44965, -0.22911, 0.51059},
                     {-0.39902, 0.73042, 0.11899},
                     {0.50167, 1.07319, 0.27195}};
constexpr Bell alpha_h[]{{-0.14318, 1.82442, -0.55187},
                         {0.29591, 0.77564, 0.19822},
                         {0.32177, 0.63773, 0.13164},
                         {-5.37610, -0.96230, 1.47828},
                         {16.1721, -3.29980, 3.43990}};
constexpr Bell alpha_v[]{{-0.07771, 2.33840, -0.76284},
                         {0.56727, 0.95545, 0.54039},
                         {-0.20238, 1.14520, 0.26809},
                         {-48.2991, 0.791669, 0.116226},
                         {48.5833, 0.791459, 0.116479}};

double sum(std::span<Bell const> bells, double m, double c, double frequency_ghz) {
    double const x = std::log10(frequency_ghz);
    double total = m * x + c;
    for (auto const& bell : bells) {
        double const u = (x - bell.b) / bell.c;
        total += bell.a * std::exp(-u * u);
    }
    return total;
}

/// A_p / A_0.01 = C1 p^-(C2 + C3 log p), eqs (33) to (36).
struct Scaling {
    double log_c1, c2, c3;
};
Scaling scaling(double frequency_ghz) {
    double const c0 = frequency_ghz < 10 ? 0.12 : 0.12 + 0.4 * std::log10(std::pow(frequency_ghz / 10, 0.8));
    return {c0 * std::log10(0.07) + (1 - c0) * std::log10(0.12), 0.855 * c0 + 0.546 * (1 - c0),
            0.139 * c0 + 0.043 * (1 - c0)};
}

} // namespace

RainCoefficients rain_coefficients(double frequency_ghz, bool vertical) {
    if (vertical)
        return {std::pow(10, sum(k_v, -0.16398, 0.63297, frequency_ghz)),
                sum(alpha_v, -0.053739, 0.83433, frequency_ghz)};
    return {std::pow(10, sum(k_h, -0.18961, 0.71147, frequency_ghz)), sum(alpha_h, 0.67849, -1.95537, frequency_ghz)};
}

double rain_exceeded_001_db(double length_km, double frequency_ghz, bool vertical, double rain_rate_mm_per_h) {
    if (!(rain_rate_mm_per_h > 0)) return 0;
    auto const [k, alpha] = rain_coefficients(frequency_ghz, vertical);
    double const gamma_db_per_km = k * std::pow(rain_rate_mm_per_h, alpha);
    double const divisor = 0.477 * std::pow(length_km, 0.633) * std::pow(rain_rate_mm_per_h, 0.073 * alpha) *
                               std::pow(frequency_ghz, 0.123) -
                           10.579 * (1 - std::exp(-0.024 * length_km)); // (32)
    double const r = divisor > 0.4 ? 1 / divisor : 2.5;                 // never more than 2.5
    return gamma_db_per_km * length_km * r;
}

double rain_exceeded_db(double exceeded_001_db, double frequency_ghz, double percent) {
    auto const [log_c1, c2, c3] = scaling(frequency_ghz);
    double const x = std::log10(percent);
    return exceeded_001_db * std::pow(10, log_c1 - (c2 + c3 * x) * x);
}

double rain_outage_share(double exceeded_001_db, double frequency_ghz, double margin_db) {
    if (!(margin_db > 0)) return 1;
    if (!(exceeded_001_db > 0)) return 0;
    if (margin_db >= rain_exceeded_db(exceeded_001_db, frequency_ghz, 0.001)) return 1e-5;
    auto const [log_c1, c2, c3] = scaling(frequency_ghz);
    double const rest = std::log10(margin_db / exceeded_001_db) - log_c1; // c3 x² + c2 x + rest = 0, the greater root
    double const x = (-c2 + std::sqrt(std::max(0.0, c2 * c2 - 4 * c3 * rest))) / (2 * c3);
    return std::min(1.0, std::pow(10, x) / 100);
}

} // namespace phusong

#include "sim/radio/models/normal_quantile.h"
#include <cmath>
#include <limits>
#include <numbers>

namespace phusong {

namespace {

/// For p <= 0.5, where erfc keeps its relative precision.
double lower_half(double p) {
    double const t = std::sqrt(-2 * std::log(p));
    double x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t; // Abramowitz and Stegun (26.2.22)
    for (int step = 0; step < 3; ++step) { // Halley's method triples the digits: 3e-3, 1e-8, rounding
        double const u =
            (0.5 * std::erfc(-x / std::numbers::sqrt2) - p) * std::sqrt(2 * std::numbers::pi) * std::exp(x * x / 2);
        x -= u / (1 + x * u / 2);
    }
    return x;
}

} // namespace

double normal_quantile(double p) {
    if (!(p > 0 && p < 1)) return std::numeric_limits<double>::quiet_NaN();
    return p <= 0.5 ? lower_half(p) : -lower_half(1 - p);
}

} // namespace phusong

#include "geo/random.h"
#include <Random123/philox.h>
#include <cmath>
#include <limits>

namespace phusong::geo {

double uniform(RandomKey key) {
    r123::Philox4x32::ctr_type const counter{{key.entity, key.draw, key.purpose, 0}};
    r123::Philox4x32::key_type const seed{
        {static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32U)}};
    auto const word = r123::Philox4x32{}(counter, seed);
    auto const bits = (static_cast<std::uint64_t>(word[0]) << 32U | word[1]) >> 12U;
    return (static_cast<double>(bits) + 0.5) * 0x1p-52; // 52 bits and a half: neither 0 nor 1 can come out
}

namespace {

/// Rational approximation of the lower half, relative error 1.15e-9. Acklam 2003, coefficients as published.
double acklam(double p) {
    constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                            1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                            6.680131188771972e+01, -1.328068155288572e+01};
    constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                            -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
    constexpr double p_low = 0.02425;
    if (p < p_low) {
        double const q = std::sqrt(-2 * std::log(p));
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
               ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    }
    double const q = p - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

} // namespace

double inverse_normal(double probability) {
    constexpr double inf = std::numeric_limits<double>::infinity();
    constexpr double sqrt_half = 0.70710678118654752440, sqrt_two_pi = 2.50662827463100050242;
    if (!(probability >= 0 && probability <= 1)) return std::numeric_limits<double>::quiet_NaN();
    if (probability == 0) return -inf;
    if (probability == 1) return inf;
    if (probability > 0.5) return -inverse_normal(1 - probability); // the lower tail alone keeps its relative precision
    double const x = acklam(probability);
    double const error = 0.5 * std::erfc(-x * sqrt_half) - probability;
    double const u = error * sqrt_two_pi * std::exp(x * x / 2); // one Halley step
    return x - u / (1 + x * u / 2);
}

double normal(RandomKey key) { return inverse_normal(uniform(key)); }

} // namespace phusong::geo

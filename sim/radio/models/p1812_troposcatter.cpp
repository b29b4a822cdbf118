#include "sim/radio/models/p1812_troposcatter.h"
#include <cmath>

namespace phusong {

double troposcatter_loss_db(double d, double theta, double f, double p, double N0) {
    double const half = std::log10(f / 2);
    double const Lf = 25 * std::log10(f) - 2.5 * half * half; // P.1812-6 (45)
    double const time = 10.125 * std::pow(std::log10(50 / p), 0.7);
    return 190.1 + Lf + 20 * std::log10(d) + 0.573 * theta - 0.15 * N0 - time; // (44)
}

} // namespace phusong

#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_time.h"
#include <cmath>

namespace phusong {

double location_sigma_db(double f, double wa) { return (0.024 * f + 0.52) * std::pow(wa, 0.28); } // P.1812-6 (64)

double location_loss_db(double pL, double sigmaL) {
    return 0.0 - inverse_complementary_normal(pL / 100) * sigmaL; // (66); never -0
}

} // namespace phusong

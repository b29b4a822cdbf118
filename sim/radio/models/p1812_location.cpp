#include "sim/radio/models/p1812_location.h"
#include "sim/radio/models/p1812_time.h"
#include <algorithm>
#include <cmath>

namespace phusong {

double location_sigma_db(double f, double wa) { return (0.024 * f + 0.52) * std::pow(wa, 0.28); } // P.1812-6 (64)

double location_height_share(double h, double R) { return std::clamp(1 - (h - R) / 10, 0.0, 1.0); } // (65)

double location_loss_db(double pL, double sigmaL) { return -inverse_complementary_normal(pL / 100) * sigmaL; } // (66)

} // namespace phusong

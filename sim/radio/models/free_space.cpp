#include "sim/radio/models/free_space.h"
#include <cmath>

namespace phusong {

double free_space_loss_db(double distance_km, double frequency_mhz) {
    return 32.4 + 20 * std::log10(frequency_mhz) + 20 * std::log10(distance_km); // P.525-4 (4)
}

} // namespace phusong

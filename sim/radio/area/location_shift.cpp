#include "sim/radio/area/location_shift.h"
#include "sim/radio/models/p1812_location.h"

namespace phusong {

double location_shift_db(Radio const& radio, Technology technology, double cell_m, double percent) {
    double const sigmaL_db = location_sigma_db(radio.budget[index(technology)].frequency_mhz / 1000, cell_m);
    auto const loss_db = [&](double p) { return p == 50 ? 0 : location_loss_db(p, sigmaL_db); };
    return loss_db(percent) - loss_db(radio.location_percent);
}

} // namespace phusong

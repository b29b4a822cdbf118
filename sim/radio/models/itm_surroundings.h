#pragma once
#include "sim/radio/models/itm.h"

namespace phusong {

/// What ITM asks of a place beyond its terrain, where nobody says otherwise: a guess, to be shown as one.
struct ItmSurroundings {
    ItmClimate climate = ItmClimate::maritime_subtropical; ///< the one of the monsoon coasts, NBS TN 101
    double epsilon = 15;                                   ///< average ground, NTIA Report 82-100 Table 3
    double sigma_s = 0.005;                                ///< S/m, the same
};

} // namespace phusong

#pragma once
#include "geo/raster.h"
#include "sim/world/relief.h"
#include <vector>

namespace phusong {

struct SpotHeight {
    geo::XY xy;
    double height_m;
};

/// What is known of a region's mountains besides their spot heights.
struct Mountains {
    ReliefScales scales;
    double spot_error_m = 0;    ///< standard deviation; spots may contradict each other by this much
    double lift_m = 0;          ///< land far from any spot stands this much higher than spots tell: people live low
    double lift_distance_m = 0; ///< how far from a spot two thirds of the lift are reached
    double lowest_below_m = 0;  ///< the deepest floor lies this much below the lowest spot, over 0
    double highest_above_m = 0; ///< the highest peak rises this much above the highest spot, over 0
};

/// Terrain that passes through known spot heights and has the roughness of real mountains between them: conditional
/// simulation of a Gaussian field with the measured variogram. Deterministic in `seed`. Synthetic: never a survey.
/// Shapes:  shape of `grid`. Units: metres. Errors: InputError with fewer than 3 spots.
/// Threads: OpenMP over rows; the result does not depend on the thread count.
[[nodiscard]] geo::Raster synthetic_terrain(std::vector<SpotHeight> const& spots, Mountains const& mountains,
                                            geo::Grid const& grid, int seed);

} // namespace phusong

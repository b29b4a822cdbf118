#pragma once
#include "geo/raster.h"
#include <vector>

namespace phusong {

struct SpotHeight {
    geo::XY xy;
    double height_m;
};

/// Terrain that passes through known spot heights and has the roughness of real mountains between them: conditional
/// simulation of a Gaussian field with the measured variogram. Deterministic in `seed`. Synthetic: never a survey.
/// Shapes:  shape of `grid`. Units: metres. Errors: InputError with fewer than 3 spots.
/// Threads: OpenMP over rows; the result does not depend on the thread count.
[[nodiscard]] geo::Raster synthetic_terrain(std::vector<SpotHeight> const& spots, geo::Grid const& grid, int seed);

} // namespace phusong

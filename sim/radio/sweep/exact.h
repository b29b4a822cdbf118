#pragma once
#include "sim/radio/sweep/sweep.h"

namespace phusong {

/// The same map as `sweep`, the slow way: for every wanted cell its own profile to the antenna at equal steps of at
/// most `step_km`, and P.1812 in double precision. Shapes:  as `sweep`; `ground.height_m` is the last point of a
/// profile, the terrain raster gives those before it. Errors:  as p1812 for figures outside its domain. Missing terrain
/// is PathLoss::no_terrain. Threads: OpenMP over rows; the result does not depend on them.
[[nodiscard]] PathLoss exact_map(SweepFrame const& frame, SweepGround const& ground, SweepAntenna const& antenna,
                                 P1812Link const& link, double step_km);

/// Ground between the four nearest cell centres; NaN outside or where one is missing.
[[nodiscard]] double ground_at(SweepTerrain const& terrain, RasterSpot spot);

} // namespace phusong

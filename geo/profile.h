#pragma once
#include "geo/raster.h"
#include <vector>

namespace phusong::geo {

/// Terrain heights at equal steps along the straight line from `a` to `b`, both ends included, by bilinear
/// interpolation. Units:  metres. The step is length / round(length / step_m), at least two samples. Errors: samples
/// without terrain are NaN.
struct Profile {
    double step_m = 0;
    std::vector<float> height_m;
};
[[nodiscard]] Profile profile(Raster const& terrain_m, XY a, XY b, double step_m);

} // namespace phusong::geo

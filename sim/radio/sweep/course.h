#pragma once
#include "sim/radio/sweep/frame.h"
#include <vector>

namespace phusong {

/// Where sixteen rays run over a raster: straight between knots.
/// Units:   columns and rows, counted from `base`; cell centres are whole numbers.
struct RayCourse {
    static constexpr int samples_per_knot = 32;
    int base_col = 0, base_row = 0;
    std::vector<float> col, row; ///< (knots) × 16, a knot at every 32nd sample, the first at the antenna
};

/// Where sample `sample` of ray `lane` lies in the raster.
[[nodiscard]] RasterSpot spot_of(RayCourse const& course, int sample, int lane);

/// The step of ray `lane` from its sample `sample` to the next.
[[nodiscard]] RasterSpot heading(RayCourse const& course, int sample, int lane);

/// The course of rays 16 · bundle to 16 · bundle + 15 out of `rays`.
void lay_course(RayCourse& course, SweepFrame const& frame, int rays, int bundle, int samples, double step_km);

} // namespace phusong

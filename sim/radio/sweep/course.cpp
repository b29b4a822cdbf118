#include "sim/radio/sweep/course.h"
#include "sim/radio/sweep/ray_bundle.h"
#include <cmath>
#include <numbers>

namespace phusong {

void lay_course(RayCourse& course, SweepFrame const& frame, int rays, int bundle, int samples, double step_km) {
    constexpr auto lanes = static_cast<std::size_t>(RayBundle::lanes);
    auto const knots = static_cast<std::size_t>(samples / RayCourse::samples_per_knot + 2);
    RasterSpot const base = frame.spot(0, 0);
    course.base_col = static_cast<int>(std::lround(base.col));
    course.base_row = static_cast<int>(std::lround(base.row));
    course.col.resize(knots * lanes);
    course.row.resize(knots * lanes);
    for (std::size_t k = 0; k < knots; ++k)
        for (std::size_t l = 0; l < lanes; ++l) {
            double const turn = static_cast<double>(static_cast<std::size_t>(bundle) * lanes + l) / rays;
            double const d_km = static_cast<double>(k) * RayCourse::samples_per_knot * step_km;
            RasterSpot const spot = frame.spot(2 * std::numbers::pi * turn, d_km);
            course.col[k * lanes + l] = static_cast<float>(spot.col - course.base_col);
            course.row[k * lanes + l] = static_cast<float>(spot.row - course.base_row);
        }
}

} // namespace phusong

#include "sim/radio/sweep/course.h"
#include "sim/radio/sweep/ray_bundle.h"
#include <cmath>
#include <numbers>

namespace phusong {

RasterSpot spot_of(RayCourse const& course, int sample, int lane) {
    auto const at = static_cast<std::size_t>(sample / RayCourse::samples_per_knot * RayBundle::lanes + lane);
    float const share = static_cast<float>(sample % RayCourse::samples_per_knot) / RayCourse::samples_per_knot;
    auto const between = [&](std::vector<float> const& v) {
        return static_cast<double>(v[at] + share * (v[at + RayBundle::lanes] - v[at]));
    };
    return {course.base_col + between(course.col), course.base_row + between(course.row)};
}

RasterSpot heading(RayCourse const& course, int sample, int lane) {
    auto const at = static_cast<std::size_t>(sample / RayCourse::samples_per_knot * RayBundle::lanes + lane);
    auto const next = at + static_cast<std::size_t>(RayBundle::lanes);
    return {static_cast<double>(course.col[next] - course.col[at]) / RayCourse::samples_per_knot,
            static_cast<double>(course.row[next] - course.row[at]) / RayCourse::samples_per_knot};
}

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

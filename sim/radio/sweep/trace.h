#pragma once
#include "sim/radio/sweep/course.h"
#include "sim/radio/sweep/ray_bundle.h"
#include "sim/radio/sweep/sweep_model.h"
#include <array>
#include <cstdint>

namespace phusong {

/// The rasters under the rays, all of one shape, row-major.
struct SweepTerrain {
    float const* height_m = nullptr;
    float const* clutter_m = nullptr; ///< null = none; its nearest cell counts
    int rows = 0, cols = 0;
    std::uint8_t const* zone = nullptr; ///< RadioZone codes; null = inland everywhere; the nearest cell counts
};

/// Samples the terrain along the course. Needs bundle.samples and bundle.d_km; sets everything that follow_rays reads.
/// Errors:  none; terrain that is missing ends a ray (`known`).
void sample_heights(RayBundle& bundle, RayCourse const& course, SweepTerrain const& terrain, float h0_m);

/// Receivers' own last points: on the lines through them that are parallel to their rays, one step of the ray apart.
/// Shapes:  arrays of `count` values, readable and writable up to the next multiple of 16.
struct OwnSamples {
    int count = 0;
    float const *col = nullptr, *row = nullptr;                  ///< of the receiver, from the course's base
    int const *before = nullptr, *lane = nullptr;                ///< as in SweepReceivers
    std::array<float*, SweepReceivers::own_points> h_m{}, g_m{}; ///< ground; with clutter, where the terrain has it
};
/// Errors:  none; missing terrain is NaN.
void sample_own(RayCourse const& course, SweepTerrain const& terrain, OwnSamples const& own);

/// Puts all rays at the antenna's ground, sample 0; sample_heights does it too.
void start_rays(RayBundle& bundle, float h0_m);

/// Running maxima, sums and hulls of sixteen rays whose heights are there.
void follow_rays(RayBundle& bundle, SweepModel const& model);

/// Basic transmission loss of every receiver, P.1812, float32. Receivers may come in any order.
/// Errors:  none; `before` must lie below `known` of its ray.
void receive(RayBundle const& bundle, SweepModel const& model, SweepReceivers const& receivers);

} // namespace phusong

#pragma once
#include "geo/raster.h"
#include "sim/radio/models/p526_smooth_surface.h"
#include <array>
#include <vector>

namespace phusong {

/// Where the transmitting antenna stands, for all rays that leave it.
struct RayOrigin {
    geo::XY xy;
    double h0_m = 0;  ///< ground
    double hts_m = 0; ///< antenna, above sea level
    double ae_km = 0; ///< effective earth radius
};

/// Terrain along one ray with everything that is known of it before a receiver is chosen, so that a receiver costs one
/// short loop: running maxima for the transmitter's side, running sums for the smooth surface.
/// Shapes:  index i is the point i · step from the antenna; index 0 is the antenna's ground.
/// Units:   kilometres, metres above sea level.
struct Ray {
    double step_km = 0;
    std::vector<double> d_km, h_m;
    std::vector<double> stim; ///< max of (h - hts) / d - 500 Ce d, up to and with this point
    std::vector<double> aobt; ///< max of (h - hts) / d
    std::vector<SurfaceSums> sums;
    std::vector<double> sea_level; ///< zeros: the heights of the smooth path
    std::size_t known = 0;         ///< points before the first without terrain
};

/// Samples the terrain in the direction (east, north), a unit vector, at `points` steps; reuses the memory of `ray`.
/// Errors:  none; terrain that is not known ends the ray.
void trace(Ray& ray, geo::Raster const& terrain_m, RayOrigin const& origin, geo::XY direction, double step_m,
           std::size_t points);

/// A receiver near a ray: its own distance and ground, and its own last terrain points, where a few metres to the side
/// matter most. Before them, the first `before` points of the ray count.
struct Receiver {
    static constexpr std::size_t own_points = 4;
    double d_km = 0, hn_m = 0, hrs_m = 0;
    std::size_t before = 0;
    std::size_t own = 0; ///< of the next two, in rising distance
    std::array<double, own_points> own_d_km{}, own_h_m{};
};

/// The Bullington point over the ray's terrain; see bullington_v_root_lambda.
[[nodiscard]] double bullington_v_root_lambda(Ray const& ray, RayOrigin const& origin, Receiver const& receiver);

/// Antenna heights above the smooth surface under the ray's terrain, P.1812-6 (37).
struct EffectiveHeights {
    double hts1_m = 0, hrs1_m = 0;
};
[[nodiscard]] EffectiveHeights effective_heights(Ray const& ray, RayOrigin const& origin, Receiver const& receiver);

/// The Bullington point over a smooth earth, at the ray's points.
[[nodiscard]] double smooth_v_root_lambda(Ray const& ray, double ae_km, Receiver const& receiver,
                                          EffectiveHeights heights);

} // namespace phusong

#include "sim/network/microwave/line_of_sight.h"
#include "geo/earth.h"
#include "geo/profile.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {
namespace {

/// A point of the terrain under a ray: how far from the ends, and how far below the ray (less the earth's bulge).
struct Under {
    double d1_km, d2_km, room_m;
};

/// Visits the terrain between two antennas, from `a` on, until `visit` says false. False when that, or unknown terrain,
/// ended it early.
template <class Visit>
bool along(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
           double effective_earth_factor, Visit visit) {
    auto const profile = geo::profile(terrain_m, a, b, terrain_m.grid.cell_m);
    auto const& h = profile.height_m;
    double const steps = static_cast<double>(h.size() - 1), d_km = profile.step_m * steps / 1000;
    double const from_m = h.front() + height_a_m, to_m = h.back() + height_b_m;
    if (std::isnan(from_m) || std::isnan(to_m)) return false;
    for (std::size_t i = 1; i + 1 < h.size(); ++i) {
        double const share = static_cast<double>(i) / steps, d1_km = d_km * share, d2_km = d_km - d1_km;
        double const bulge_m = 500 * d1_km * d2_km / (effective_earth_factor * geo::earth_radius_km);
        double const room_m = from_m + share * (to_m - from_m) - h[i] - bulge_m;
        if (std::isnan(room_m) || !visit(Under{d1_km, d2_km, room_m})) return false;
    }
    return true;
}

} // namespace

double fresnel_radius_m(double d1_km, double d2_km, double frequency_ghz) {
    return 17.3 * std::sqrt(d1_km * d2_km / (frequency_ghz * (d1_km + d2_km)));
}

double fresnel_clearance(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
                         double frequency_ghz, double effective_earth_factor) {
    double least = std::numeric_limits<double>::infinity();
    bool const known = along(terrain_m, a, height_a_m, b, height_b_m, effective_earth_factor, [&](Under const& point) {
        least = std::min(least, point.room_m / fresnel_radius_m(point.d1_km, point.d2_km, frequency_ghz));
        return true;
    });
    return known ? least : std::numeric_limits<double>::quiet_NaN();
}

bool sees(geo::Raster const& terrain_m, geo::XY a, double height_a_m, geo::XY b, double height_b_m,
          double effective_earth_factor) {
    return along(terrain_m, a, height_a_m, b, height_b_m, effective_earth_factor,
                 [](Under const& point) { return point.room_m > 0; });
}

} // namespace phusong

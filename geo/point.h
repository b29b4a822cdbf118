#pragma once
#include <cmath>

namespace phusong::geo {

/// WGS 84 longitude and latitude. No arithmetic is defined, on purpose: project first.
struct LonLat {
    double lon_deg = 0, lat_deg = 0;
    friend bool operator==(LonLat, LonLat) = default;
};

/// Projected metres in the scenario's coordinate reference system, x east, y north.
struct XY {
    double x_m = 0, y_m = 0;
    friend bool operator==(XY, XY) = default;
};

[[nodiscard]] inline double distance_m(XY a, XY b) { return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m); }

} // namespace phusong::geo

#pragma once
#include "geo/polygon.h"
#include <vector>

namespace phusong::report {

/// Outlines with fewer corners, none of the corners left out farther than `tolerance_m` from the new line. A border
/// that two shapes share, corner by corner, stays shared: it is cut where three shapes or more meet and thinned out
/// once. Rings that would keep fewer than three corners keep all of them. Source: Douglas & Peucker, Cartographica 10
/// (1973) 112–122.
[[nodiscard]] std::vector<geo::MultiPolygon> simplify(std::vector<geo::MultiPolygon> const& shapes, double tolerance_m);

} // namespace phusong::report

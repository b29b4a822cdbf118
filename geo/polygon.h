#pragma once
#include "geo/point.h"
#include <vector>

namespace phusong::geo {

/// Corners of a ring in order, either direction, first corner not repeated.
using Ring = std::vector<XY>;
using Polyline = std::vector<XY>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

using MultiPolygon = std::vector<Polygon>;

[[nodiscard]] double area_m2(Ring const& ring); ///< absolute, shoelace formula
[[nodiscard]] double area_m2(MultiPolygon const& shape);
[[nodiscard]] bool contains(MultiPolygon const& shape, XY p); ///< even-odd rule; edges count as either
[[nodiscard]] double length_m(Polyline const& line);

/// The point of the segment from `a` to `b` that is nearest to `p`.
struct Foot {
    XY xy;
    double share = 0; ///< of the way from `a`, in [0, 1]; 0 where the segment is a point
    double distance_m = 0;
};
[[nodiscard]] Foot foot_on_segment(XY p, XY a, XY b);

struct Box {
    double west_m = 0, south_m = 0, east_m = 0, north_m = 0;
    friend bool operator==(Box, Box) = default;
};

/// Smallest box around all outer rings. `shapes` must hold at least one corner.
[[nodiscard]] Box bounds(std::vector<MultiPolygon> const& shapes);

} // namespace phusong::geo

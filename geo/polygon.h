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

struct Box {
    double west_m = 0, south_m = 0, east_m = 0, north_m = 0;
    friend bool operator==(Box, Box) = default;
};

/// Smallest box around all outer rings. `shapes` must hold at least one corner.
[[nodiscard]] Box bounds(std::vector<MultiPolygon> const& shapes);

} // namespace phusong::geo

#pragma once
#include "geo/polygon.h"
#include <string>
#include <vector>

namespace phusong::report {

/// From projected metres to the whole units in which the page draws maps, y downwards.
struct MapFrame {
    geo::Box box;
    double unit_m = 1;
    [[nodiscard]] int x(double x_m) const;
    [[nodiscard]] int y(double y_m) const;
    [[nodiscard]] int width() const { return x(box.east_m); }
    [[nodiscard]] int height() const { return y(box.south_m); }
};

inline constexpr int map_side = 3000; ///< units along the longer side: some 50 m each in a province

[[nodiscard]] MapFrame frame_around(std::vector<geo::MultiPolygon> const& shapes);

/// Data of an SVG path: "M12 30l3-4 5 6z"; corners that fall together with the one before are left out.
[[nodiscard]] std::string path_of(geo::MultiPolygon const& shape, MapFrame const& frame);
[[nodiscard]] std::string path_of(geo::Polyline const& line, MapFrame const& frame);

} // namespace phusong::report

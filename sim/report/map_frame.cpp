#include "sim/report/map_frame.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong::report {
namespace {

/// `open` of the corners in turn; the first absolute, the others as steps.
std::string steps(std::vector<geo::XY> const& line, MapFrame const& frame, bool closed) {
    if (line.empty()) return {};
    int x = frame.x(line.front().x_m), y = frame.y(line.front().y_m);
    auto out = fmt::format("M{} {}", x, y);
    char const* command = "l";
    for (std::size_t i = 1; i < line.size(); ++i) {
        int const dx = frame.x(line[i].x_m) - x, dy = frame.y(line[i].y_m) - y;
        if (dx == 0 && dy == 0) continue;
        out += fmt::format("{}{} {}", command, dx, dy);
        command = " ";
        x += dx;
        y += dy;
    }
    return out + (closed ? "z" : "");
}

} // namespace

int MapFrame::x(double x_m) const { return static_cast<int>(std::lround((x_m - box.west_m) / unit_m)); }
int MapFrame::y(double y_m) const { return static_cast<int>(std::lround((box.north_m - y_m) / unit_m)); }

MapFrame frame_around(std::vector<geo::MultiPolygon> const& shapes) {
    auto box = geo::bounds(shapes);
    double const side_m = std::max({box.east_m - box.west_m, box.north_m - box.south_m, 1.0}), margin_m = side_m / 60;
    box = {box.west_m - margin_m, box.south_m - margin_m, box.east_m + margin_m, box.north_m + margin_m};
    return {box, (side_m + 2 * margin_m) / map_side};
}

std::string path_of(geo::MultiPolygon const& shape, MapFrame const& frame) {
    std::string out;
    for (auto const& polygon : shape) {
        out += steps(polygon.outer, frame, true);
        for (auto const& hole : polygon.holes) out += steps(hole, frame, true);
    }
    return out;
}

std::string path_of(geo::Polyline const& line, MapFrame const& frame) { return steps(line, frame, false); }

} // namespace phusong::report

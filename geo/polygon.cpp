#include "geo/polygon.h"
#include <algorithm>
#include <limits>

namespace phusong::geo {

double area_m2(Ring const& ring) {
    if (ring.size() < 3) return 0;
    XY const o = ring.front(); // small numbers: projected northings are millions of metres
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        XY const a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += (a.x_m - o.x_m) * (b.y_m - o.y_m) - (b.x_m - o.x_m) * (a.y_m - o.y_m);
    }
    return std::abs(twice) / 2;
}

double area_m2(MultiPolygon const& shape) {
    double sum = 0;
    for (auto const& polygon : shape) {
        sum += area_m2(polygon.outer);
        for (auto const& hole : polygon.holes) sum -= area_m2(hole);
    }
    return sum;
}

namespace {
bool crosses_odd(Ring const& ring, XY p) {
    bool odd = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        XY const a = ring[i], b = ring[j];
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) && p.x_m < (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m)
            odd = !odd;
    }
    return odd;
}
} // namespace

bool contains(MultiPolygon const& shape, XY p) {
    return std::any_of(shape.begin(), shape.end(), [&](Polygon const& polygon) {
        return crosses_odd(polygon.outer, p) && std::none_of(polygon.holes.begin(), polygon.holes.end(),
                                                             [&](Ring const& h) { return crosses_odd(h, p); });
    });
}

double length_m(Polyline const& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += distance_m(line[i - 1], line[i]);
    return sum;
}

Box bounds(std::vector<MultiPolygon> const& shapes) {
    constexpr double inf = std::numeric_limits<double>::infinity();
    Box box{inf, inf, -inf, -inf};
    for (auto const& shape : shapes)
        for (auto const& polygon : shape)
            for (XY const p : polygon.outer)
                box = {std::min(box.west_m, p.x_m), std::min(box.south_m, p.y_m), std::max(box.east_m, p.x_m),
                       std::max(box.north_m, p.y_m)};
    return box;
}

Foot foot_on_segment(XY p, XY a, XY b) {
    double const dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, length2 = dx * dx + dy * dy;
    double const dot = (p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy;
    double const share = length2 > 0 ? std::clamp(dot / length2, 0.0, 1.0) : 0;
    XY const foot{a.x_m + share * dx, a.y_m + share * dy};
    return {foot, share, distance_m(p, foot)};
}

} // namespace phusong::geo

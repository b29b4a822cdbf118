#include "sim/report/simplify.h"
#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace phusong::report {
namespace {

using geo::Ring, geo::XY;
using Corner = std::pair<double, double>;

Corner corner(XY p) { return {p.x_m, p.y_m}; }

using Neighbours = std::map<Corner, std::set<Corner>>;

void add_neighbours(Neighbours& all, Ring const& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const a = corner(ring[i]), b = corner(ring[(i + 1) % ring.size()]);
        all[a].insert(b);
        all[b].insert(a);
    }
}

/// Marks what stays between two corners that stay.
void keep_far_ones(std::vector<XY> const& line, std::size_t first, std::size_t last, double tolerance_m,
                   std::vector<bool>& keep) {
    double farthest_m = tolerance_m;
    std::size_t at = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        double const d = geo::foot_on_segment(line[i], line[first], line[last]).distance_m;
        if (d > farthest_m) {
            farthest_m = d;
            at = i;
        }
    }
    if (at == first) return;
    keep[at] = true;
    keep_far_ones(line, first, at, tolerance_m, keep);
    keep_far_ones(line, at, last, tolerance_m, keep);
}

/// The same corners for both shapes beside the arc, though they walk along it in opposite directions.
std::vector<XY> thinned(std::vector<XY> arc, double tolerance_m) {
    if (arc.size() < 3) return arc;
    bool const backwards = std::make_pair(corner(arc.back()), corner(arc[arc.size() - 2])) <
                           std::make_pair(corner(arc[0]), corner(arc[1]));
    if (backwards) std::ranges::reverse(arc);
    std::vector<bool> keep(arc.size(), false);
    keep.front() = keep.back() = true;
    keep_far_ones(arc, 0, arc.size() - 1, tolerance_m, keep);
    std::vector<XY> out;
    for (std::size_t i = 0; i < arc.size(); ++i)
        if (keep[i]) out.push_back(arc[i]);
    if (backwards) std::ranges::reverse(out);
    return out;
}

/// Where a ring is cut: corners in which more than two lines meet; in a ring without any, its lowest corner.
std::vector<std::size_t> cuts(Ring const& ring, Neighbours const& neighbours) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (neighbours.at(corner(ring[i])).size() != 2) at.push_back(i);
    if (at.empty()) {
        auto const lowest = std::ranges::min_element(ring, {}, corner);
        at.push_back(static_cast<std::size_t>(lowest - ring.begin()));
    }
    return at;
}

Ring thinned_ring(Ring const& ring, Neighbours const& neighbours, double tolerance_m) {
    if (ring.size() < 4) return ring;
    auto const at = cuts(ring, neighbours);
    Ring out;
    for (std::size_t k = 0; k < at.size(); ++k) {
        auto const begin = at[k], end = k + 1 < at.size() ? at[k + 1] : at[0] + ring.size();
        std::vector<XY> arc;
        for (std::size_t i = begin; i <= end; ++i) arc.push_back(ring[i % ring.size()]);
        auto const line = thinned(std::move(arc), tolerance_m);
        out.insert(out.end(), line.begin(), line.end() - 1);
    }
    return out.size() < 3 ? ring : out;
}

} // namespace

std::vector<geo::MultiPolygon> simplify(std::vector<geo::MultiPolygon> const& shapes, double tolerance_m) {
    Neighbours neighbours;
    for (auto const& shape : shapes)
        for (auto const& polygon : shape) {
            add_neighbours(neighbours, polygon.outer);
            for (auto const& hole : polygon.holes) add_neighbours(neighbours, hole);
        }
    auto out = shapes;
    for (auto& shape : out)
        for (auto& polygon : shape) {
            polygon.outer = thinned_ring(polygon.outer, neighbours, tolerance_m);
            for (auto& hole : polygon.holes) hole = thinned_ring(hole, neighbours, tolerance_m);
        }
    return out;
}

} // namespace phusong::report

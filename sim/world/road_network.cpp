#include "sim/world/road_network.h"
#include "geo/nearest.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace phusong {
namespace {

/// Line ends, and corners that come at least twice (to the centimetre), in the order of the lines.
std::vector<geo::XY> junctions(std::vector<RoadLine> const& lines) {
    std::map<std::pair<long long, long long>, int> times;
    auto const key = [](geo::XY p) { return std::pair(std::llround(p.x_m * 100), std::llround(p.y_m * 100)); };
    for (auto const& road : lines)
        for (auto const p : road.line) ++times[key(p)];
    std::vector<geo::XY> out;
    for (auto const& road : lines)
        for (std::size_t k = 0; k < road.line.size(); ++k)
            if (k == 0 || k + 1 == road.line.size() || times[key(road.line[k])] > 1) out.push_back(road.line[k]);
    return out;
}

/// The first of several places close together stands for all of them.
std::vector<geo::XY> merge_near(std::vector<geo::XY> const& places, double snap_m) {
    geo::NearestIndex const index(places);
    std::vector<bool> taken(places.size(), false);
    std::vector<geo::XY> out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (taken[i]) continue;
        out.push_back(places[i]);
        for (auto const j : index.within(places[i], snap_m)) taken[j] = true;
    }
    return out;
}

/// A node that a stretch of road passes, and how far along the stretch.
struct Passed {
    double along;
    std::uint32_t node;
    friend auto operator<=>(Passed const&, Passed const&) = default;
};

std::vector<Passed> nodes_along(geo::XY a, geo::XY b, std::vector<geo::XY> const& nodes, geo::NearestIndex const& index,
                                double snap_m) {
    double const length = geo::distance_m(a, b);
    std::vector<Passed> out;
    for (auto const n : index.within({(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2}, length / 2 + snap_m)) {
        auto const foot = geo::foot_on_segment(nodes[n], a, b);
        if (foot.distance_m <= snap_m) out.push_back({foot.share, static_cast<std::uint32_t>(n)});
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Walks one line and adds an edge each time it comes from one node to another.
class Walk {
  public:
    Walk(RoadNetwork& roads, std::string const& kind, double snap_m) : roads_(roads), kind_(kind), snap_m_(snap_m) {}
    void reach(std::uint32_t node) {
        geo::XY const here = roads_.nodes[node];
        if (from_ && (*from_ != node || piece_length(here) >= 2 * snap_m_)) {
            piece_.push_back(here);
            roads_.edges.push_back({*from_, node, geo::length_m(piece_), piece_, kind_});
        }
        from_ = node;
        piece_ = {here};
    }
    void pass(geo::XY corner) {
        if (from_) piece_.push_back(corner);
    }

  private:
    [[nodiscard]] double piece_length(geo::XY end) const {
        return geo::length_m(piece_) + geo::distance_m(piece_.back(), end);
    }
    RoadNetwork& roads_;
    std::string const& kind_;
    double snap_m_;
    std::optional<std::uint32_t> from_;
    geo::Polyline piece_;
};

int count_components(RoadNetwork const& roads) {
    std::vector<std::uint32_t> root(roads.nodes.size());
    std::iota(root.begin(), root.end(), 0U);
    auto const find = [&](std::uint32_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (auto const& edge : roads.edges) root[find(edge.from)] = find(edge.to);
    int count = 0;
    for (std::uint32_t i = 0; i < root.size(); ++i) count += root[i] == i ? 1 : 0;
    return count;
}

} // namespace

RoadNetwork build_roads(std::vector<RoadLine> const& lines, double snap_m) {
    RoadNetwork out;
    out.nodes = merge_near(junctions(lines), snap_m);
    geo::NearestIndex const index(out.nodes);
    auto const is_node = [&](geo::XY p) {
        auto const near = index.nearest(p, 1);
        return !near.empty() && geo::distance_m(out.nodes[near.front()], p) <= snap_m;
    };
    for (auto const& road : lines) {
        if (road.line.size() < 2) continue;
        Walk walk(out, road.kind, snap_m);
        for (std::size_t k = 0; k + 1 < road.line.size(); ++k) {
            for (auto const& passed : nodes_along(road.line[k], road.line[k + 1], out.nodes, index, snap_m))
                walk.reach(passed.node);
            if (!is_node(road.line[k + 1])) walk.pass(road.line[k + 1]);
        }
    }
    out.components = count_components(out);
    return out;
}

} // namespace phusong

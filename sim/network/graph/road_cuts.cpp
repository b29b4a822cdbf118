#include "sim/network/graph/road_cuts.h"
#include "sim/network/graph/road_index.h"
#include <algorithm>
#include <numeric>

namespace phusong {
namespace {

constexpr double same_place_m = 0.01;

} // namespace

CutRoads cut_roads(RoadNetwork const& roads, std::vector<RoadCut> const& cuts) {
    std::vector<std::uint32_t> order(cuts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
        return std::pair(cuts[i].edge, cuts[i].along_m) < std::pair(cuts[j].edge, cuts[j].along_m);
    });
    CutRoads out{.nodes = roads.nodes, .pieces = {}, .node_of = std::vector<std::uint32_t>(cuts.size())};
    out.pieces.reserve(roads.edges.size() + cuts.size());
    auto next = order.begin();
    for (std::uint32_t e = 0; e < roads.edges.size(); ++e) {
        auto const& edge = roads.edges[e];
        RoadPiece open{.edge = e, .from = edge.from, .to = edge.to, .from_m = 0, .to_m = geo::length_m(edge.line)};
        for (; next != order.end() && cuts[*next].edge == e; ++next) {
            double const along_m = cuts[*next].along_m;
            if (along_m - open.from_m <= same_place_m) {
                out.node_of[*next] = open.from;
            } else if (open.to_m - along_m <= same_place_m) {
                out.node_of[*next] = open.to;
            } else {
                auto const node = static_cast<std::uint32_t>(out.nodes.size());
                out.nodes.push_back(part(edge.line, open.from_m, along_m).back());
                out.pieces.push_back({e, open.from, node, open.from_m, along_m});
                out.node_of[*next] = open.from = node;
                open.from_m = along_m;
            }
        }
        out.pieces.push_back(open);
    }
    return out;
}

} // namespace phusong

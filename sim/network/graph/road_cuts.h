#pragma once
#include "sim/world/world.h"
#include <vector>

namespace phusong {

/// Where a road is to have a node.
struct RoadCut {
    std::uint32_t edge = 0;
    double along_m = 0; ///< from the edge's first end, along its line
};

/// A road edge or a part of one; `from_m` < `to_m` along it.
struct RoadPiece {
    std::uint32_t edge, from, to;
    double from_m, to_m;
};

/// Roads parted at cuts. Cuts within a centimetre of each other or of a road's end are one node.
struct CutRoads {
    std::vector<geo::XY> nodes;         ///< those of the roads first
    std::vector<RoadPiece> pieces;      ///< ascending edge, then along it; together they are the whole of every edge
    std::vector<std::uint32_t> node_of; ///< of each cut
};
[[nodiscard]] CutRoads cut_roads(RoadNetwork const& roads, std::vector<RoadCut> const& cuts);

} // namespace phusong

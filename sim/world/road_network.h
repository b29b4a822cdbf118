#pragma once
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong {

struct RoadLine {
    geo::Polyline line;
    std::string kind;
};

/// Lines as they were drawn, made into a graph. Nodes stand at line ends and at corners that two lines share; what lies
/// within `snap_m` of each other becomes one node, and a line that passes a node within `snap_m` is parted there. Lines
/// that merely cross are not joined: a bridge is no junction. Pieces that begin and end at one node are left out when
/// they are shorter than 2 `snap_m`.
/// Shapes: nodes and edges in the order of the lines. Units: metres.
[[nodiscard]] RoadNetwork build_roads(std::vector<RoadLine> const& lines, double snap_m = 30);

} // namespace phusong

#pragma once
#include "tools/synthesize/road_grid.h"
#include "tools/synthesize/villages.h"

namespace phusong::synthesize {

/// One row of roads.csv. Roads meet only at their ends.
struct RoadRow {
    RoadKind kind;
    geo::Polyline line;
};

/// Named roads through their seats; a minimum spanning tree over all seats with loops where the way round is long; a
/// track to every village farther than 1 km from any road.
[[nodiscard]] RoadGrid lay_roads(World const& world, Facts const& facts, std::vector<VillageRow> const& villages);

/// The laid steps as lines between junctions, simplified to `tolerance_m` (Douglas, Peucker 1973).
[[nodiscard]] std::vector<RoadRow> road_lines(RoadGrid const& grid, double tolerance_m);

[[nodiscard]] geo::Polyline simplify(geo::Polyline const& line, double tolerance_m);

} // namespace phusong::synthesize

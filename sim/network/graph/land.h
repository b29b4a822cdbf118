#pragma once
#include "sim/network/graph/rollout_graph.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace phusong {

/// What a cable meets on its way: slopes, towns, rivers and ridges. Threads: const calls may run in parallel.
class Land {
  public:
    Land(World const& world, FibreNetwork const& settings);
    /// Fills slope, geotype and, off the road, half_rivers and half_ridges from the edge's line; roads cross rivers on
    /// bridges. False where terrain on the way is unknown: such stretches count as level.
    [[nodiscard]] bool survey(RolloutGraph::Edge& edge, std::span<geo::XY const> line) const;
    [[nodiscard]] bool knows(geo::XY p) const { return !std::isnan(geo::bilinear(world_.terrain_m, p)); }

  private:
    [[nodiscard]] bool in_town(geo::XY p) const;
    [[nodiscard]] std::uint8_t changes(geo::Array2D<std::uint8_t> const& marks, std::span<geo::XY const> line) const;
    World const& world_;
    FibreNetwork const& settings_;
    geo::Grid grid_; ///< of the two below
    geo::Array2D<std::uint8_t> river_, ridge_;
};

/// Price of an edge that was surveyed: metres along the ground, by plant and geotype; off the road times the off-road
/// and slope factors, and with what rivers and ridges add. Whole VND.
[[nodiscard]] std::int64_t cable_price_vnd(RolloutGraph::Edge const& edge, Scenario const& scenario);

} // namespace phusong

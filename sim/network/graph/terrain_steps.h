#pragma once
#include "geo/grid.h"
#include "sim/network/graph/draft.h"
#include "sim/network/graph/land.h"

namespace phusong {

/// Squares laid over the ground around places: their middles become nodes, with steps to their eight neighbours. The
/// grid's middle is that of `over`, so that a mirrored province gives the mirrored steps.
class TerrainSteps {
  public:
    TerrainSteps(geo::Grid const& over, double step_m);
    /// Wants the squares whose middles lie within `reach_m` of `p`.
    void want_around(geo::XY p, double reach_m);
    /// Middles of the squares wanted whose terrain is known, in reading order.
    [[nodiscard]] std::vector<geo::XY> middles(Land const& land);
    /// Makes them nodes, and joins neighbours.
    void lay(Draft& draft);
    /// Nodes of the four middles around a point that were laid.
    [[nodiscard]] std::vector<std::uint32_t> near(geo::XY p) const;
    /// Node of the i-th of `middles`.
    [[nodiscard]] std::uint32_t node(std::size_t i) const { return first_node_ + static_cast<std::uint32_t>(i); }

  private:
    [[nodiscard]] std::uint32_t node_at(int row, int col) const;
    geo::Grid grid_;
    std::vector<std::uint32_t> wanted_; ///< number among the middles + 1; 0 = none
    std::uint32_t first_node_ = 0;
};

} // namespace phusong

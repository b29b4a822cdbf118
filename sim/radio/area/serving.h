#pragma once
#include "sim/radio/area/path_losses.h"

namespace phusong {

/// What stands behind the best server's signal in a cell. The first four are SweepReason.
enum class ServingReason : std::uint8_t {
    line_of_sight = 1,
    diffraction = 2,
    ducting = 3,
    troposcatter = 4,
    beyond_threshold = 5, ///< nobody comes to the threshold
    no_terrain = 6        ///< here, or on the way from all who might be heard
};

/// How the best server of every cell is heard. Shapes as the ServerMap's grid.
struct Serving {
    geo::Array2D<std::uint16_t> loss_centi_db; ///< as PathLoss; none where nobody is heard
    geo::Array2D<std::uint8_t> reason;         ///< ServingReason; empty where nobody asked
};
[[nodiscard]] Serving no_serving(geo::Grid const& grid, bool reasons);

/// Notes the cells in which one of `sites`, added to `servers` already, is now the best. To be called after each add.
/// Threads: OpenMP over rows; the result does not depend on them.
void note_serving(Serving& serving, ServerMap const& servers, std::span<LaidSite const> sites,
                  std::span<SiteLoss const> losses);

/// Cells that nobody reaches, and those that stay under the threshold or without ground. To be called once, at the end.
void settle_reasons(Serving& serving, ServerMap const& servers, geo::Raster const& ground_m);

} // namespace phusong

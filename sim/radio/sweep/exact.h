#pragma once
#include "sim/radio/sweep/sweep.h"

namespace phusong {

struct ExactLoss {
    double loss_db = 0;
    SweepReason reason = SweepReason::diffraction;
};
/// Loss over one profile at equal steps, three points at least, without gaps, and where the receiver is. NaN where the
/// model has no answer. Called from many threads at once.
using ExactModel = std::function<ExactLoss(P1812Profile const&, Polar)>;

struct ExactMap {
    PathLoss loss;
    std::vector<float> loss_db;       ///< the same, not rounded; NaN = none
    std::vector<std::uint8_t> reason; ///< SweepReason per cell of the window, 0 = none
};

/// The same map as `sweep`, the slow way: for every wanted cell its own profile to the antenna at equal steps of at
/// most `step_km`, and any model in double precision. Shapes:  as `sweep`; `ground.height_m` is the last point of a
/// profile, the terrain raster gives those before it. Errors:  what the model throws. Missing terrain is
/// PathLoss::no_terrain. `progress` is told the share done, between parallel loops; it may throw.
/// Threads: OpenMP over rows; the result does not depend on them.
[[nodiscard]] ExactMap exact_map(SweepFrame const& frame, SweepGround const& ground, SweepAntenna const& antenna,
                                 ExactModel const& model, double step_km,
                                 std::function<void(double)> const& progress = {});

/// Ground between the four nearest cell centres; NaN outside or where one is missing.
[[nodiscard]] double ground_at(SweepTerrain const& terrain, RasterSpot spot);

} // namespace phusong

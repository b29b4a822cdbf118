#pragma once
#include "tools/cli/coverage_area.h"

namespace phusong::cli {

/// What became of the cells of a map.
struct CoverageCounts {
    std::size_t computed = 0;
    std::size_t beyond_radius = 0;
    std::size_t without_terrain = 0; ///< terrain is missing at the cell or on the way to it
    std::size_t without_answer = 0;  ///< the model has none
};

/// A map around one site. Shapes: a value per cell of the whole map, row-major.
struct CoverageMap {
    P1812Link link;                   ///< with everything that was left to defaults
    double step_km = 0;               ///< between the points of a ray or profile
    double ray_density = 1;           ///< as the engine was asked: rays are one cell of the finer raster apart
    std::vector<float> loss_db;       ///< NaN = none
    std::vector<float> received_dbm;  ///< the same as what is left of the power; empty when loss is asked for
    double most_sent_dbm = 0;         ///< radiated into the strongest direction
    std::vector<std::uint8_t> reason; ///< SweepReason; see below
    CoverageCounts counts;

    [[nodiscard]] std::vector<float> const& values() const { return received_dbm.empty() ? loss_db : received_dbm; }

    static constexpr std::uint8_t beyond = 0;       ///< further away than the radius
    static constexpr std::uint8_t no_terrain = 254; ///< terrain is missing
};

/// Fills received_dbm. Errors: InputError and FileError for the antenna's pattern.
void add_power(CoverageMap& map, CoverageArea const& area, CoverageQuery const& query);

/// Threads: OpenMP; the result does not depend on them. Errors: what `progress` throws.
[[nodiscard]] CoverageMap coverage_map(CoverageArea const& area, CoverageQuery const& query,
                                       geo::Progress const& progress);

} // namespace phusong::cli

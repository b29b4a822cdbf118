#pragma once
#include "geo/io/native_raster.h"
#include "geo/progress.h"
#include "sim/radio/sweep/exact.h"
#include "tools/cli/coverage_flags.h"

namespace phusong::cli {

enum class DemSide { north, east, south, west };
/// A side of the DEM that lies within the circle.
struct DemEdge {
    DemSide side;
    double km; ///< from the site
};

/// Where a map is computed: the site, the terrain around it, the grid of the map and how both lie to each other.
struct CoverageArea {
    geo::io::NativeRaster dem; ///< around the circle, in the file's own cells
    geo::XY site;              ///< in the DEM's reference system
    double scale = 1;          ///< metres on the DEM's plane per metre on the ground; 1 when it is geographic
    double north_deg = 0;      ///< of true north on the DEM's plane, clockwise from the grid's; 0 when it is geographic
    double dem_cell_km = 0;    ///< the smaller side of a cell of the DEM, on the ground
    float ground_m = 0;        ///< at the site
    std::vector<DemEdge> edges;

    geo::io::NativeReference reference; ///< of the map
    geo::io::NativeGrid grid;           ///< of the whole map
    geo::io::CellWindow window;         ///< its cells that the circle may touch
    SweepFrame frame;                   ///< within that window
    std::vector<float> height_m;        ///< ground of the window's cells; NaN = not known or not needed

    std::vector<float> clutter_m;    ///< on the DEM's cells; empty = none asked for
    std::size_t clutter_unknown = 0; ///< cells of the DEM where the clutter is not known

    [[nodiscard]] double cell_m() const { return frame.cell_km * 1000; } ///< of the map, on the ground
    /// The terrain as rays and profiles see it. Shapes: points into this area.
    [[nodiscard]] SweepGround ground() const;
};

/// Errors:  InputError (files, references, a site outside of the terrain or where none is known, a map outside of the
///          circle); UsageError when the map would be too fine for its radius.
[[nodiscard]] CoverageArea coverage_area(CoverageQuery const& query);

/// A raster's heights on the cells of the DEM, nearest; NaN where it knows nothing.
/// Errors:  as read_part; InputError where a height is under 0 or over 1000 m.
[[nodiscard]] std::vector<float> clutter_on(geo::io::NativeRaster const& dem, std::string const& file);

} // namespace phusong::cli

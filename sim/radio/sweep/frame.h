#pragma once
#include "geo/grid.h"
#include <functional>
#include <vector>

namespace phusong {

/// A place in a raster: columns and rows, cell centres at whole numbers.
struct RasterSpot {
    double col = 0, row = 0;
};

/// A place as seen from the antenna; azimuth clockwise from north.
struct Polar {
    double azimuth_rad = 0, d_km = 0;
};

/// How the cells of an output grid lie around an antenna, and where rays that leave it cross the terrain raster.
/// A cell (r, c) of the window lies x = east_scale[r] · east[c] and y = north[r] + north_bend[r] · bend[c] kilometres
/// east and north of the antenna; its distance is s (1 + curve s²) with s = hypot(x, y). On a plane the scale is 1 and
/// the bends are 0; on the sphere this is the orthographic projection about the antenna.
struct SweepFrame {
    int first_row = 0, first_col = 0;
    std::vector<float> east_scale, north, north_bend; ///< one per row of the window
    std::vector<float> east, bend;                    ///< one per column
    float curve = 0;
    double cell_km = 0;                                              ///< the smaller side of a cell
    std::function<RasterSpot(double azimuth_rad, double d_km)> spot; ///< in the terrain raster, clockwise from north
    std::function<Polar(RasterSpot)> seen;                           ///< and the way back from there

    RasterSpot first_spot, per_cell; ///< where cell (0, 0) of the window lies in the terrain raster, and a cell's step
    /// Where each cell of the window lies in the terrain raster when the two are of different projections: rows and
    /// columns then say nothing by themselves, and the tables above are zeros. Else empty.
    std::vector<RasterSpot> spots;

    [[nodiscard]] RasterSpot cell_spot(int row, int col) const {
        if (!spots.empty()) return spots[static_cast<std::size_t>(row) * east.size() + static_cast<std::size_t>(col)];
        return {first_spot.col + per_cell.col * col, first_spot.row + per_cell.row * row};
    }
    /// A cell of the window, in double precision.
    [[nodiscard]] Polar polar(int row, int col) const { return seen(cell_spot(row, col)); }
    [[nodiscard]] int rows() const { return static_cast<int>(north.size()); }
    [[nodiscard]] int cols() const { return static_cast<int>(east.size()); }
};

/// A grid of equal steps of longitude and latitude. Row 0 is the northernmost.
struct GeographicGrid {
    double west_deg = 0, north_deg = 0; ///< outer corner of cell (0, 0)
    double cell_lon_deg = 0, cell_lat_deg = 0;
    int rows = 0, cols = 0;
};

/// A grid of equal steps east and north on a plane. Row 0 is the northernmost.
struct PlaneGrid {
    double west_m = 0, north_m = 0; ///< outer corner of cell (0, 0)
    double cell_east_m = 1, cell_north_m = 1;
    int rows = 0, cols = 0;
};

/// The window of `grid` within a radius of the antenna; lengths are those of the plane.
[[nodiscard]] SweepFrame plane_frame(PlaneGrid const& grid, PlaneGrid const& terrain, geo::XY antenna,
                                     double radius_km);
[[nodiscard]] SweepFrame plane_frame(geo::Grid const& grid, geo::Grid const& terrain, geo::XY antenna,
                                     double radius_km);

/// The same on the sphere of P.1812 (6371 km), along great circles. The window does not cross the 180th meridian.
[[nodiscard]] SweepFrame sphere_frame(GeographicGrid const& grid, GeographicGrid const& terrain, double lon_deg,
                                      double lat_deg, double radius_km);

/// A whole grid in another projection than the terrain's.
/// Shapes:  `spots` has a place in the terrain raster per cell, row-major, `cols` a row; NaN where there is none.
///          `terrain` is a frame of the terrain's own grid, of which only the rays count.
[[nodiscard]] SweepFrame mapped_frame(SweepFrame const& terrain, std::vector<RasterSpot> spots, int cols,
                                      double cell_km);

} // namespace phusong

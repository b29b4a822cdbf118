#pragma once
#include "geo/point.h"
#include "geo/problem.h"
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace phusong::geo::io {

/// A box in a raster's own reference system.
struct NativeBox {
    double west = 0, south = 0, east = 0, north = 0;
};

/// A north-up grid in a raster's own reference system: degrees, or that system's unit of length. Row 0 is the
/// northernmost.
struct NativeGrid {
    double west = 0, north = 0;    ///< outer corner of cell (0, 0)
    double cell_x = 1, cell_y = 1; ///< both positive
    int rows = 0, cols = 0;

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols); }
    [[nodiscard]] double x(double col) const { return west + (col + 0.5) * cell_x; } ///< of centres
    [[nodiscard]] double y(double row) const { return north - (row + 0.5) * cell_y; }
};

/// Whole cells of a grid.
struct CellWindow {
    int row = 0, col = 0, rows = 0, cols = 0;
};
/// The cells that a box touches, and `margin` more on each side, as far as the grid goes; may be empty.
[[nodiscard]] CellWindow cells_in(NativeGrid const& grid, NativeBox const& box, int margin);
[[nodiscard]] NativeGrid part_of(NativeGrid const& grid, CellWindow const& window);

/// A coordinate reference system as a file states it: geographic, or projected with its unit of length.
struct NativeReference {
    std::string wkt, name; ///< "EPSG:4326"
    bool geographic = false;
    double unit_m = 1; ///< of a projected system
};

/// The zone of the Universal Transverse Mercator system that a place lies in, WGS 84.
[[nodiscard]] NativeReference utm_reference(LonLat place);
[[nodiscard]] NativeReference wgs84_reference();
/// Whether coordinates of one are coordinates of the other.
[[nodiscard]] bool same_reference(NativeReference const& a, NativeReference const& b);
/// Metres on the map per metre on the ellipsoid at a place: the mean of both directions.
/// Errors:  NaN where the projection cannot take the place.
[[nodiscard]] double point_scale(NativeReference const& projected, LonLat place);

/// Coordinates in another reference system; both NaN where there is no way.
/// Errors:  std::runtime_error when PROJ knows no way between the two.
[[nodiscard]] std::vector<XY> transformed(std::span<XY const> places, NativeReference const& from,
                                          NativeReference const& to);
/// The centres of a grid's cells in another reference system, row-major.
/// Threads: OpenMP over rows.
[[nodiscard]] std::vector<XY> transformed_centres(NativeGrid const& grid, NativeReference const& from,
                                                  NativeReference const& to);

/// What the header of a raster says.
struct NativeHeader {
    NativeGrid grid;
    NativeReference reference;
    std::string synthetic; ///< the file's own tag SYNTHETIC: what of it is made up; empty when it says nothing or "no"
};
/// Errors:  as inspect_raster.
[[nodiscard]] NativeHeader read_native_header(std::filesystem::path const& file, std::string const& where);

/// The values of a part of a raster, as they stand in the file: no cell is moved or mixed.
struct NativeRaster {
    NativeHeader header;
    NativeGrid grid;           ///< of the part
    std::vector<float> values; ///< row-major, NaN where the file says no data, NaN or infinite
    [[nodiscard]] std::size_t missing() const;
    std::size_t impossible = 0; ///< heights that read_heights has masked
};
/// The part that a box touches, with `margin` cells more on each side; no cells when they do not touch.
/// Errors:  as inspect_raster, and InputError when a block cannot be read.
[[nodiscard]] NativeRaster read_part(std::filesystem::path const& file, std::string const& where, NativeBox const& box,
                                     int margin);
/// The same of heights above sea level: what lies farther than 12 km from it is no place on earth, most often a "no
/// data" that the file does not declare, and becomes NaN and counted.
[[nodiscard]] NativeRaster read_heights(std::filesystem::path const& file, std::string const& where,
                                        NativeBox const& box, int margin);

} // namespace phusong::geo::io

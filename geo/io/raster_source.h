#pragma once
#include "geo/io/raster_file.h"
#include <array>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <optional>

namespace phusong::geo::io {

/// West, south, east, north in whatever unit the reference system has.
struct Extent {
    double west, south, east, north;
};

/// A raster opened for reading, its header checked.
struct RasterSource {
    std::filesystem::path file;
    std::string where; ///< the place that named the file, for messages
    GDALDatasetUniquePtr data;
    OGRSpatialReference reference;
    std::array<double, 6> geotransform{}; ///< north-up, not rotated
    std::optional<double> nodata;
    double scale = 1, offset = 0; ///< value = stored × scale + offset

    [[nodiscard]] GDALRasterBand* band() const { return data->GetRasterBand(1); }
    [[nodiscard]] Extent extent() const;
};

/// A Problem about `file` at `where`: "base.toml:12 terrain.files: dem.tif has no CRS".
[[nodiscard]] Problem raster_problem(std::filesystem::path const& file, std::string const& where, Message const& what,
                                     Message hint);

/// Errors: as inspect_raster.
[[nodiscard]] RasterSource open_raster(std::filesystem::path const& file, std::string const& where);

/// Throws an InputError with GDAL's reason, a block of `source` could not be read; std::bad_alloc when memory ran out.
[[noreturn]] void refuse_unreadable(RasterSource const& source);

[[nodiscard]] Extent extent_of(Grid const& grid);

/// `extent` in another reference system, its edges followed; nothing where that is impossible.
[[nodiscard]] std::optional<Extent> transformed(Extent const& extent, OGRSpatialReference const& from,
                                                OGRSpatialReference const& to);

/// Warps onto `grid`; NaN where the source knows nothing. Errors: InputError when a block cannot be read.
[[nodiscard]] Raster warp_bilinear(RasterSource const& source, Grid const& grid,
                                   OGRSpatialReference const& grid_reference);
/// The same, taking the value of the source's cell in which a grid cell's middle lies.
[[nodiscard]] Raster warp_nearest(RasterSource const& source, Grid const& grid,
                                  OGRSpatialReference const& grid_reference);

} // namespace phusong::geo::io

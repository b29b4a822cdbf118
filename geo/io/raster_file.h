#pragma once
#include "geo/io/crs.h"
#include "geo/problem.h"
#include "geo/raster.h"
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace phusong::geo::io {

/// What a raster's header says, read without touching pixels.
struct RasterFacts {
    int rows = 0, cols = 0;
    Box box_lonlat; ///< west, south, east, north in degrees (the members' _m is then degrees)
};

/// Opens read-only with the allowed drivers only. Errors: InputError (not a raster, no CRS, no or
/// rotated geotransform, south-up, complex type, more pixels than allowed); FileError.
[[nodiscard]] RasterFacts inspect_raster(std::filesystem::path const& file, std::string const& where);

/// How many pixels a raster may have, all bands together: by its header, before any is read. 2 147 483 648 unless said
/// otherwise here, once, before the first raster is opened.
void limit_raster_pixels(std::size_t most);

enum class Resampling { bilinear, nearest, sum_preserving };

/// Warps one or more rasters (mosaicked; later files fill only where earlier ones have no data) onto `grid`.
/// Units:   as in the files. nodata, NaN and infinities become NaN.
/// Errors:  InputError as `inspect_raster`, also when a read fails half-way or a file does not touch the grid at all.
/// `sum_preserving`: counts (people): every source cell's value is spread over the grid cells it overlaps, so that the
/// sum over the overlap is kept to float32 rounding. `nearest`: what is not to be averaged (codes, heights of trees).
[[nodiscard]] Raster read_raster(std::vector<std::filesystem::path> const& files, std::string const& where,
                                 Grid const& grid, Crs const& crs, Resampling how);

/// How a map is written.
struct MapDescription {
    std::string band_name = {};                                     ///< what the values are, shown by QGIS
    std::string unit = {};                                          ///< "dBm", "1"
    std::vector<std::pair<std::string, std::string>> metadata = {}; ///< model, data, what is synthetic, run
    double precision = 0; ///< round values to multiples of this before writing; 0 = as they are
};

/// A cloud-optimised GeoTIFF, float32, nodata = NaN, tiled, DEFLATE, with overviews and statistics, built in memory and
/// then written atomically. `creation_options` as GDAL's -co ("COMPRESS=ZSTD") override the defaults.
/// Errors: FileError.
void write_cog(std::filesystem::path const& file, Raster const& raster, Crs const& crs,
               MapDescription const& description, std::vector<std::string> const& creation_options = {});

} // namespace phusong::geo::io

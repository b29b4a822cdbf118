#pragma once
#include "geo/io/native_raster.h"
#include "geo/io/raster_file.h"
#include <cstdint>
#include <variant>

namespace phusong::geo::io {

/// A map on any north-up grid in any reference system. A pixel stands for `stored × scale + offset`.
struct NativeMap {
    using Values = std::variant<std::vector<float>, std::vector<std::uint16_t>, std::vector<std::uint8_t>>;
    NativeGrid grid;
    NativeReference reference;
    Values values;     ///< row-major
    double nodata = 0; ///< NaN for floats
    double scale = 1, offset = 0;
};

/// The whole file of a cloud-optimised GeoTIFF, as write_cog makes it; `precision` of the description does not count.
/// The same bytes for any number of threads. Errors: FileError about `file`; InputError for the creation options.
[[nodiscard]] std::string cog_bytes(std::filesystem::path const& file, NativeMap const& map,
                                    MapDescription const& description,
                                    std::vector<std::string> const& creation_options = {});

/// Writes the bytes of a map in one step, and removes what GDAL may have left beside an earlier file of that name.
/// Errors: FileError.
void put_map(std::filesystem::path const& file, std::string_view bytes);

} // namespace phusong::geo::io

#pragma once
#include "geo/io/memory_file.h"
#include "geo/problem.h"
#include <filesystem>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <optional>
#include <string>

namespace phusong::geo::io {

/// One layer of a vector file, opened for reading.
struct VectorSource {
    std::filesystem::path file;
    std::string where;
    std::unique_ptr<MemoryFile> copy; ///< holds a GeoPackage's bytes; destroyed after `data`
    GDALDatasetUniquePtr data;
    OGRLayer* layer = nullptr;
    OGRSpatialReference reference;
    bool is_osm = false;

    /// The layer's next feature; null at the end, and also when reading fails.
    [[nodiscard]] OGRFeatureUniquePtr next_feature();
};

/// A Problem about `file` at `where`, the file's name in the text.
[[nodiscard]] Problem vector_problem(std::filesystem::path const& file, std::string const& where, Message const& what,
                                     Message hint);

/// Opens the first layer, or `layer_name`; of OpenStreetMap files "lines" is the first.
/// Errors: InputError (no vector file, unknown layer, no CRS, half-saved GeoPackage); FileError.
[[nodiscard]] VectorSource open_vector(std::filesystem::path const& file, std::string const& where,
                                       std::string const& layer_name);

} // namespace phusong::geo::io

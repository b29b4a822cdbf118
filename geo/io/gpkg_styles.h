#pragma once
#include "geo/io/vector_file.h"
#include <gdal_priv.h>

namespace phusong::geo::io {

/// Adds the table `layer_styles`, from which QGIS takes the style of a layer when it opens the file: one row per layer
/// that has a style. Result: false when GDAL could not; its last error tells why.
/// Source: QGIS, QgsOgrProviderMetadata::saveStyle (columns of the table).
[[nodiscard]] bool write_gpkg_styles(GDALDataset& data, std::vector<OutLayer> const& layers);

} // namespace phusong::geo::io

#pragma once
#include "geo/io/native_raster.h"
#include <ogr_spatialref.h>
#include <string>

namespace phusong::geo::io {

/// WGS 84 with longitude first.
[[nodiscard]] OGRSpatialReference wgs84();

/// A reference system from WKT, x (east, longitude) first.
[[nodiscard]] OGRSpatialReference from_wkt(std::string const& wkt);

/// "EPSG:4326" where the authority is known or can be identified, else the system's own name.
[[nodiscard]] std::string reference_name(OGRSpatialReference const& reference);

/// What of a reference system the rest of the program may know.
[[nodiscard]] NativeReference native_reference(OGRSpatialReference const& reference);

} // namespace phusong::geo::io

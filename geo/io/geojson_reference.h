#pragma once
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// What a GeoJSON text says about its reference system. GDAL takes WGS 84 in silence for what it does not understand,
/// and follows links; so the member "crs" is looked at before.
enum class GeoJsonReference { none, named, unusable };
[[nodiscard]] GeoJsonReference geojson_reference(std::string_view text);

} // namespace phusong::geo::io

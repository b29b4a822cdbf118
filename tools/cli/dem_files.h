#pragma once
#include "geo/io/native_raster.h"
#include <string>
#include <vector>

namespace phusong::cli {

/// The header of one raster, or of the raster that several of one grid make together.
/// Errors:  as read_native_header; InputError where reference, size or places of the cells differ.
[[nodiscard]] geo::io::NativeHeader dem_header(std::vector<std::string> const& files);

/// The part of it that a box touches, and `margin` cells more on each side. Of several files the first that knows a
/// cell says its height; no cell is moved or mixed.
/// Errors:  as read_part.
[[nodiscard]] geo::io::NativeRaster dem_part(std::vector<std::string> const& files, geo::io::NativeHeader const& header,
                                             geo::io::NativeBox const& box, int margin);

} // namespace phusong::cli

#pragma once
#include <filesystem>
#include <string>

namespace phusong::geo::io {

/// Lower-case ending of the file's name, ".gpkg" for ROADS.GPKG too: other systems write names in capitals.
[[nodiscard]] std::string ending_of(std::filesystem::path const& file);

} // namespace phusong::geo::io

#pragma once
#include "geo/problem.h"
#include "sim/radio/antenna/pattern.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace phusong {

/// Reads an antenna pattern in the MSI (Planet) format; see docs/formats.md for what is taken and what refused.
/// Errors:  InputError with every mistake (file:line, what, why, what to do); FileError when it cannot be read or is
///          larger than a megabyte.
[[nodiscard]] AntennaPattern read_msi(std::filesystem::path const& file, std::string const& shown_name);
[[nodiscard]] AntennaPattern parse_msi(std::string_view bytes, std::string const& shown_name);

} // namespace phusong

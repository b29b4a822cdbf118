#pragma once
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// The bytes of a ZIP archive that holds one file, packed; dated 1980-01-01, so that the same file gives the same
/// bytes. Source:  PKWARE APPNOTE 6.3, §4.3 (without the extensions for files of 4 GiB and more). Errors:
/// std::runtime_error when zlib fails or the file has 4 GiB.
[[nodiscard]] std::string zip_bytes(std::string_view name, std::string_view content);

} // namespace phusong::geo::io

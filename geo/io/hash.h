#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// Errors: FileError when the file cannot be read.
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& file);

} // namespace phusong::geo::io

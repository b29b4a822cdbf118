#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace phusong {

/// Errors: FileError with the place and the system's reason.
void make_folder(std::filesystem::path const& folder);

/// Hash of every regular file below `folder` but `unlisted_files`, by its path relative to `folder` with "/".
/// Errors: FileError.
[[nodiscard]] std::map<std::string, std::string> hashes_of_files(std::filesystem::path const& folder);

} // namespace phusong

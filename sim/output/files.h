#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace phusong {

/// Errors: FileError with the place and the system's reason.
void make_folder(std::filesystem::path const& folder);

/// Everything below `folder` that is no folder, by its path relative to `folder` with "/", sorted. Errors: FileError.
[[nodiscard]] std::vector<std::string> files_below(std::filesystem::path const& folder);

/// Hash of every regular file below `folder` but `unlisted_files`, by its path relative to `folder` with "/".
/// Errors: FileError.
[[nodiscard]] std::map<std::string, std::string> hashes_of_files(std::filesystem::path const& folder);

} // namespace phusong

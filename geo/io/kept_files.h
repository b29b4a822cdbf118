#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::geo::io {

/// Files that may be made anew at any time, kept in one folder by several processes; when they become too many, those
/// used longest ago go. When a file was last used is its time of modification.

struct KeptFile {
    std::filesystem::path path;
    std::uint64_t size_bytes = 0;
    std::filesystem::file_time_type used;
};

/// Files of `folder` whose names end in `ending`, those used longest ago first, of equals by name. None when there is
/// no such folder. Files that go meanwhile are left out.
[[nodiscard]] std::vector<KeptFile> kept_files(std::filesystem::path const& folder, std::string_view ending);

/// Its bytes, and notes that it was used now. Nothing when it is not there.
/// Errors:  FileError when it is there and cannot be read.
[[nodiscard]] std::optional<std::string> read_kept(std::filesystem::path const& file, std::size_t max_bytes);

/// Makes the folder where needed, then as write_file. Errors: FileError.
void write_kept(std::filesystem::path const& file, std::string_view bytes);

/// Removes a file; none there is no error, nor is one that cannot be removed.
void drop_kept(std::filesystem::path const& file);

/// Removes those used longest ago, but never `newest`, until the rest fits into `max_bytes`, and what processes that
/// died while writing have left. Result: bytes that are left.
std::uint64_t drop_oldest(std::filesystem::path const& folder, std::string_view ending, std::uint64_t max_bytes,
                          std::filesystem::path const& newest = {});

} // namespace phusong::geo::io

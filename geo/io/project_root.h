#pragma once
#include "geo/problem.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace phusong::geo::io {

/// Where a scenario may read: its project folder and the folders that the caller allowed.
struct AllowedRoots {
    std::vector<std::filesystem::path> roots; ///< canonical
};

/// The nearest folder at or above `scenario_file` that holds a file named `.phusong-project`; without one, the
/// scenario file's own folder.
[[nodiscard]] std::filesystem::path project_root(std::filesystem::path const& scenario_file);

[[nodiscard]] bool is_inside(std::filesystem::path const& file, std::filesystem::path const& folder);

/// What results call a file: its path from the project's folder when it lies there; else its bare name, because other
/// folders are another machine's business.
[[nodiscard]] std::string name_in_project(std::filesystem::path const& file, std::filesystem::path const& root);

/// Checks a path that came from an input file. Relative paths start at `base_folder`. Allowed are regular files that,
/// after following links, lie under one of `allowed`.
/// Result: the canonical path, or a Problem at `where` (and nothing was opened).
struct CheckedPath {
    std::optional<std::filesystem::path> path;
    std::optional<Problem> problem;
};
[[nodiscard]] CheckedPath check_path(std::string const& written, std::filesystem::path const& base_folder,
                                     AllowedRoots const& allowed, std::string const& where);

} // namespace phusong::geo::io

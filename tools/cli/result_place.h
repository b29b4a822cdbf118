#pragma once
#include "geo/message.h"
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace phusong::cli {

/// A kind of folders that phusong writes.
struct ResultKind {
    std::string marker;                                          ///< the file that each of them has: "run.json"
    geo::Message another;                                        ///< "holds the results of another run, …"
    std::function<bool(std::filesystem::path const&)> is_wanted; ///< this very result, whole and unchanged
    std::function<std::vector<std::string>(std::filesystem::path const&)> foreign_files; ///< that are not of the result
};

/// What is at the place where a result is to be written.
enum class Place { free, finished, replaceable };

/// free: nothing or an empty folder; finished: this very result, verified; replaceable: another or a damaged result,
/// nothing else beside it, and --overwrite was given. Errors: FileError for everything else: only what phusong wrote is
/// ever replaced.
[[nodiscard]] Place look_at(std::filesystem::path const& folder, ResultKind const& kind, bool overwrite);

/// A folder as typed, without the slash at its end: names of folders beside it are made from it.
[[nodiscard]] std::filesystem::path without_slash(std::filesystem::path const& folder);

} // namespace phusong::cli

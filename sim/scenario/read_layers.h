#pragma once
#include "geo/io/project_root.h"
#include "geo/problem.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/toml_text.h"
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace phusong {

/// A value and the file that gave it.
struct Given {
    toml_text::Value value;
    std::string where;                      ///< "base.toml:12:9 radio.model"
    std::filesystem::path folder;           ///< relative paths start here
    std::optional<ValueSource> source = {}; ///< file and comment; nothing = an earlier run's own value
};

using GivenKeys = std::map<std::string, Given>; ///< by dotted key

/// A scenario file with everything it extends, later files laid over earlier ones, key by key.
struct Layers {
    GivenKeys keys;
    std::map<std::string, GivenKeys> overrides; ///< of [override.NAME]
    GivenKeys sweep, uncertainty;               ///< of these tables, by the keys below them; not looked at here
    std::vector<std::filesystem::path> files;   ///< canonical, in the order read
    geo::Problems problems;
    std::set<std::string> refused; ///< keys that were given, but wrongly: not missing
    bool complete = true; ///< false when a file could not be read to its end, so that keys may only seem to be missing
};

/// Reads `file` and, before it, what it extends; each file once. Checks every key and value of every file against the
/// field table, used or not; looks up no path but those of `extends`.
[[nodiscard]] Layers read_layers(std::filesystem::path const& file, geo::io::AllowedRoots const& allowed);

/// The problem of a key that is in no row of the table, with the key that was probably meant.
[[nodiscard]] geo::Problem unknown_key(std::string const& where, std::string const& key);

} // namespace phusong

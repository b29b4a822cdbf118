#pragma once
#include "geo/io/project_root.h"
#include "geo/problem.h"
#include "sim/scenario/read_layers.h"
#include "sim/scenario/scenario.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong {

/// What the command line adds to a scenario file.
struct ReadOptions {
    std::vector<std::string> with; ///< names of [override.NAME] tables, applied in this order
    std::vector<std::string> set;  ///< "finance.discount_rate=0.08", applied last; the value is TOML, or bare text
    std::vector<std::filesystem::path> allow; ///< --allow-path: more folders that may be read
};

/// A scenario with its history: which file and line gave each value.
struct ReadScenario {
    Scenario scenario;
    std::vector<std::filesystem::path> files; ///< every file read, in the order read
    geo::io::AllowedRoots allowed;
    GivenKeys sweep, uncertainty; ///< of [sweep] and [uncertainty], not looked at here, by the keys below them
};

/// Reads a TOML scenario: `extends` (a file or a list, relative to the file that says it; later wins),
/// `[override.NAME]`,
/// --with, --set; checks every value against the field table and every path against the allowed roots.
/// Errors: InputError with every problem at once, each at file:line:column.
[[nodiscard]] ReadScenario read_scenario(std::filesystem::path const& file, ReadOptions const& options = {});

/// The keys below [uncertainty] as lines of TOML, each under the comment that names its source.
[[nodiscard]] std::string uncertainty_toml(GivenKeys const& table);

/// The scenario as one TOML file with every key and [uncertainty], no `extends`; reading it gives an equal scenario.
/// Paths are written relative to `folder` when it is given, else as canonical paths.
[[nodiscard]] std::string resolved_toml(Scenario const& scenario, std::filesystem::path const& folder = {});

} // namespace phusong

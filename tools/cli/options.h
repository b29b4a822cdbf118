#pragma once
#include "geo/message.h"
#include "sim/scenario/read.h"
#include "tools/cli/backcast_flags.h"
#include "tools/cli/batch_flags.h"
#include "tools/cli/coverage_flags.h"
#include "tools/cli/coverage_scenario_flags.h"
#include "tools/cli/path_flags.h"
#include "tools/cli/solve_flags.h"
#include <optional>
#include <string>
#include <vector>

namespace phusong::cli {

/// What `compare` asks; empty = not given.
struct CompareFlags {
    std::string baseline, weights;
};

/// What the user typed after the verb. Every verb has the common part; the rest is empty where a verb has no such
/// option.
struct Options {
    geo::Language language = geo::Language::vi;
    bool json = false, quiet = false;
    std::vector<std::string> typed; ///< every word after the program's name

    std::vector<std::string> files; ///< FILE… or DIR, as written
    std::string folder;             ///< -o
    bool overwrite = false;
    bool png = false;                          ///< --png
    bool levers = false;                       ///< --levers
    std::vector<std::string> creation_options; ///< -co NAME=VALUE
    int threads = 0;                           ///< 0 = as the machine has
    std::optional<std::string> store;          ///< --store
    ReadOptions read;                          ///< --with, --set, --allow-path
    CoverageFlags coverage;                    ///< what `coverage` of one site asks
    AreaFlags area;                            ///< what `coverage` of a scenario asks
    CompareFlags compare;                      ///< what `compare` asks
    BatchFlags batch;                          ///< what `batch` asks
    PathFlags path;                            ///< what `path` asks
    SolveFlags solve;                          ///< what `solve` asks
    BackcastFlags backcast;                    ///< what `backcast` asks
};

} // namespace phusong::cli

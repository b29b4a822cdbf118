#pragma once
#include "tools/cli/options.h"
#include "tools/cli/screen.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong::cli {

/// A job array for Slurm: task i of n is this command with --shard i/n instead of --slurm. A task that a node takes
/// down with it is put back into the queue by Slurm and goes on from its journal; one that never ends well leaves runs
/// that whoever merges computes. `log_folder` exists.
[[nodiscard]] std::string slurm_script(Options const& options, std::filesystem::path const& log_folder);

/// Writes the script into `unfinished` and hands it to sbatch where there is one; with --slurm-wait returns when all
/// tasks have ended. Result: true when they have, so that the parts can be merged. Errors: FileError.
[[nodiscard]] bool submit(Options const& options, std::filesystem::path const& unfinished, Screen const& screen);

} // namespace phusong::cli

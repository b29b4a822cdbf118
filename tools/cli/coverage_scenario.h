#pragma once
#include "tools/cli/options.h"
#include "tools/cli/screen.h"

namespace phusong::cli {

/// `coverage SCENARIO -o DIR`: maps and tables of all sites in one folder, which appears whole or not at all and
/// replaces nothing. Result: the exit code. Errors: UsageError, InputError, FileError, Interrupted.
[[nodiscard]] int cover_scenario(Options const& options, Screen const& screen);

} // namespace phusong::cli

#pragma once
#include "tools/cli/options.h"
#include "tools/cli/screen.h"
#include "tools/cli/verb.h"

namespace phusong::cli {

/// Reads the command line and does what it says. Result: the exit code. Errors: UsageError and whatever the verb
/// throws. `screen` is brought up to date with --lang, --json and -q as soon as they are known.
[[nodiscard]] int obey(int argc, char const* const* argv, Screen& screen);

} // namespace phusong::cli

#pragma once
#include "tools/cli/options.h"
#include "tools/cli/screen.h"

namespace phusong::cli {

/// `coverage --dem … --site …`: a map around one site. Result: the exit code. Errors: UsageError, InputError,
/// FileError, Interrupted.
[[nodiscard]] int cover_site(Options const& options, Screen const& screen);

} // namespace phusong::cli

#pragma once
#include "sim/run/run.h"
#include "tools/cli/options.h"
#include "tools/cli/screen.h"
#include <string>

namespace phusong::cli {

/// A scenario's plan made anew for a question about it, on kept groundwork, without maps and the network's tree.
struct Planned {
    Scenario scenario;
    std::vector<Goal> goals;
    World world;
    Groundwork ground;
    Outcome outcome;
};
/// Errors: InputError, FileError, as of `run`.
[[nodiscard]] Planned plan_of(std::string const& file, Options const& options, Screen const& screen);

} // namespace phusong::cli

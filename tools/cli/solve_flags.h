#pragma once
#include <string>

namespace CLI {
class App;
}

namespace phusong::cli {

struct Options;

/// What was typed after `solve`, as text; empty where not given.
struct SolveFlags {
    std::string iterations, seed, effort, sites, budget, out;
};

void add_solve_flags(CLI::App& app, Options& options);

} // namespace phusong::cli

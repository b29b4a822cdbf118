#pragma once
#include "geo/message.h"
#include "sim/solve/work.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusong::cli {

/// A problem file and what `solve` was asked besides.
struct SolveTask {
    std::string_view text; ///< the file's bytes
    std::string shown;     ///< its name, for errors
    solve::Work work;
    std::optional<std::int64_t> sites; ///< --sites: at most so many
    std::optional<std::string> budget; ///< --budget: as typed
};

/// What a solver found, in the file's own units.
struct Solved {
    bool minimise = true;
    double objective = 0;
    double bound = 0; ///< no solution is better
    std::int64_t iterations = 0;
    std::string solution;                               ///< text of --out
    std::vector<std::pair<std::string, double>> counts; ///< more numbers for --json, under their names
    std::vector<geo::Message> notes;
};

/// One kind of problem. `solve` throws geo::InputError for a file that is not of that kind.
struct SolveKind {
    char const* name;
    geo::Message what; ///< one line
    Solved (*solve)(SolveTask const& task);
};

/// In the order of the help page.
[[nodiscard]] std::span<SolveKind const> solve_kinds();

[[nodiscard]] Solved solve_steiner_file(SolveTask const& task);

} // namespace phusong::cli

#include "sim/solve/hoptree/hop_file.h"
#include "sim/solve/numbers.h"
#include "tools/cli/solve_kinds.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong::cli {

using namespace solve;

Solved solve_hoptree_file(SolveTask const& task) {
    auto const file = read_hop_file(task.text, task.shown);
    auto const found = solve_hop_tree(file.problem, task.work);
    Solved out{.minimise = true,
               .objective = unscaled(found.cost, file.digits),
               .bound = unscaled(found.bound, file.digits),
               .iterations = found.iterations,
               .solution = {},
               .counts = {},
               .notes = {}};
    double relays = 0;
    for (Node v = 0; v < found.parents.size(); ++v) {
        if (found.parents[v] == nothing) continue;
        out.solution += fmt::format("{} {}\n", found.parents[v], v);
        relays += !std::ranges::binary_search(file.problem.terminals, v);
    }
    out.counts = {{"relays_used", relays}};
    return out;
}

} // namespace phusong::cli

#include "sim/solve/numbers.h"
#include "sim/solve/plan/plan_file.h"
#include "tools/cli/solve_kinds.h"
#include <fmt/format.h>

namespace phusong::cli {

namespace {

using namespace solve;

std::string plan_text(InvestmentAnswer const& found) {
    std::string out;
    for (Node i = 0; i < found.builds.size(); ++i) {
        auto const& b = found.builds[i];
        if (b.year != nothing)
            out += fmt::format("{} {} {}\n", i, b.means == Means::fibre ? "fibre" : "microwave", b.year);
    }
    return out;
}

} // namespace

Solved solve_plan_file(SolveTask const& task) {
    auto const file = read_plan_file(task.text, task.shown);
    auto const found = solve_investment(file.problem, task.work);
    Solved out{.minimise = false,
               .objective = unscaled(found.value, file.value_digits),
               .bound = unscaled(found.bound, file.value_digits),
               .iterations = found.iterations,
               .solution = plan_text(found),
               .counts = {},
               .notes = {}};
    double by_fibre = 0, by_microwave = 0;
    for (auto const& b : found.builds)
        if (b.year != nothing) (b.means == Means::fibre ? by_fibre : by_microwave) += 1;
    out.counts = {{"places_by_fibre", by_fibre}, {"places_by_microwave", by_microwave}};
    for (std::size_t t = 0; t < found.left_of_year.size(); ++t)
        out.counts.emplace_back(fmt::format("money_left_year_{}", t),
                                unscaled(found.left_of_year[t], file.cost_digits));
    return out;
}

} // namespace phusong::cli

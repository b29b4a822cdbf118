#include "sim/solve/cover/cover_file.h"
#include "sim/solve/cover/max_cover.h"
#include "sim/solve/cover/set_cover.h"
#include "sim/solve/numbers.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/solve_kinds.h"
#include <fmt/format.h>

namespace phusong::cli {

using geo::say;

namespace {

using namespace solve;

/// "columns N" or "sites N", then a line for each.
std::string list_of(char const* what, std::vector<std::uint32_t> const& chosen, std::uint32_t base) {
    std::string out = fmt::format("{} {}\n", what, chosen.size());
    for (auto c : chosen) out += fmt::format("{}\n", c + base);
    return out;
}

Solved all_rows(CoverFile file, SolveTask const& task) {
    SetCover const problem{std::move(file.costs), std::move(file.columns_of_row)};
    auto const found = solve_set_cover(problem, task.work);
    return {.minimise = true,
            .objective = unscaled(found.cost, file.cost_digits),
            .bound = unscaled(found.bound, file.cost_digits),
            .iterations = found.iterations,
            .solution = list_of("columns", found.chosen, 1),
            .counts = {{"columns_chosen", static_cast<double>(found.chosen.size())}},
            .notes = {}};
}

/// As typed, in the file's units; what is beyond its decimals buys nothing.
Cost budget_of(std::string const& typed, int digits) {
    Words words(typed, "--budget");
    auto amount = words.decimal({"ngân sách", "the budget"});
    for (; amount.digits > digits; --amount.digits) amount.mantissa /= 10;
    auto const cost = scaled(amount, digits);
    if (!cost || amount.mantissa < 0 || !words.at_end())
        words.fail(say("ngân sách phải là một số từ 0 trở lên", "the budget must be a number of 0 or more"));
    return *cost;
}

Solved most_weight(CoverFile file, SolveTask const& task) {
    MaxCover problem{std::move(file.weights), std::move(file.costs), std::move(file.columns_of_row), {}, {}};
    problem.most_sites = task.sites;
    if (task.budget) problem.budget = budget_of(*task.budget, file.cost_digits);
    if (!task.sites && !task.budget) problem.most_sites = file.sites;
    auto const found = solve_max_cover(problem, task.work);
    return {.minimise = false,
            .objective = unscaled(found.weight, file.weight_digits),
            .bound = unscaled(found.bound, file.weight_digits),
            .iterations = found.iterations,
            .solution = list_of("sites", found.chosen, file.maximal ? 0 : 1),
            .counts = {{"sites_chosen", static_cast<double>(found.chosen.size())},
                       {"sites_cost", unscaled(found.cost, file.cost_digits)},
                       {"covered_weight", unscaled(found.weight, file.weight_digits)}},
            .notes = {}};
}

} // namespace

Solved solve_cover_file(SolveTask const& task) {
    auto file = read_cover_file(task.text, task.shown);
    bool const most = file.maximal || task.sites || task.budget;
    return most ? most_weight(std::move(file), task) : all_rows(std::move(file), task);
}

} // namespace phusong::cli

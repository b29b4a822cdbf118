#pragma once
#include "sim/solve/cover/incidence.h"
#include "sim/solve/graph.h"
#include <optional>
#include <string>
#include <string_view>

namespace phusong::solve {

/// A covering problem as a file gives it. Costs and weights are whole units of 10^-digits.
struct CoverFile {
    bool maximal = false; ///< weights of demands to be covered with few sites, not all rows to be covered
    int cost_digits = 0, weight_digits = 0;
    std::vector<Cost> costs;   ///< of each column or site
    std::vector<Cost> weights; ///< of each row or demand; 1 in a file of set covering
    Incidence columns_of_row;  ///< numbered from 0
    std::optional<std::int64_t> sites;
};

/// Reads set covering as the OR-Library gives it, by rows ("rows columns", column costs, then per row how many columns
/// and which, from 1) or by columns as its rail files ("rows columns", then per column its cost, how many rows and
/// which, from 1), or maximal covering ("demands sites p", site costs, then per demand its weight, how many sites and
/// which, from 0). The form is the one whose numbers come out even.
/// Errors: InputError with file and line.
[[nodiscard]] CoverFile read_cover_file(std::string_view text, std::string const& shown);

} // namespace phusong::solve

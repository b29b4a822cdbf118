#pragma once
#include "sim/solve/cover/set_cover.h"
#include "sim/solve/dice.h"

namespace phusong::solve {

struct RowWeightLimits {
    std::int64_t steps = 0;
    std::int64_t touches = 0; ///< entries of the matrix looked at
    Cost good_enough = 0;     ///< stop at this cost
};

/// Local search over covers: takes columns out by the weight of the rows that only they cover, puts columns in by the
/// weight of rows left open per cost, and makes rows heavier while they stay open. `chosen` must cover every row and
/// is improved. Returns the steps done.
/// Source of the idea: Gao, Weise, Li, "An efficient local search heuristic with row weighting for the unicost set
/// covering problem", European Journal of Operational Research 246 (2015); here columns have costs.
std::int64_t search_with_row_weights(SetCover const& problem, Incidence const& rows_of_column,
                                     std::vector<std::uint32_t>& chosen, RowWeightLimits const& limits, Dice& dice);

} // namespace phusong::solve

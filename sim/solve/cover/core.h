#pragma once
#include "sim/solve/cover/lagrange.h"

namespace phusong::solve {

/// A smaller problem with the same rows and some of the columns, and what they are called in the whole one.
struct Core {
    SetCover problem;
    Incidence rows_of_column;
    std::vector<std::uint32_t> names; ///< ascending
};

/// `keep` tells for each column whether it stays; every row must keep a column.
[[nodiscard]] Core core_of(SetCover const& whole, Incidence const& rows_of_column, std::vector<char> const& keep);

/// Columns that may be part of a cover cheaper than `cost`, by their reduced costs: bound + reduced cost must stay
/// below it (`grain`: costs are multiples of it). Those of `also` stay in any case.
[[nodiscard]] std::vector<char> may_improve(CoverPrices const& prices, Cost cost, Cost grain,
                                            std::vector<std::uint32_t> const& also);

/// Of the columns kept, those that are among the `per_row` of least reduced cost in some row.
void keep_promising(SetCover const& problem, CoverPrices const& prices, std::uint32_t per_row,
                    std::vector<std::uint32_t> const& also, std::vector<char>& keep);

} // namespace phusong::solve

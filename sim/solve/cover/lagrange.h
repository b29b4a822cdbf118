#pragma once
#include "sim/solve/cover/set_cover.h"

namespace phusong::solve {

struct CoverPrices {
    std::vector<double> row_prices;    ///< multipliers u ≥ 0
    std::vector<double> reduced_costs; ///< c − Σ u of each column
    double bound = 0;                  ///< Σ u + Σ of the negative reduced costs: no cover is cheaper
};

/// The Lagrangian bound of these row prices.
[[nodiscard]] CoverPrices price_cover(SetCover const& problem, Incidence const& rows_of_column,
                                      std::vector<double> row_prices);

/// Subgradient ascent on the Lagrangian dual; `best_cost` is that of a known cover and steers the step length.
/// Source: Caprara, Fischetti, Toth, "A heuristic method for the set covering problem", Operations Research 47 (1999),
/// section 2.
[[nodiscard]] CoverPrices ascend(SetCover const& problem, Incidence const& rows_of_column, CoverPrices start,
                                 double best_cost, int rounds);

/// u of each row: the least cost per row among its columns.
[[nodiscard]] std::vector<double> first_row_prices(SetCover const& problem, Incidence const& rows_of_column);

/// Whole costs that are multiples of `grain`: the bound rounded up, with room for the rounding of floating sums.
[[nodiscard]] Cost whole_bound(double bound, Cost grain);

} // namespace phusong::solve

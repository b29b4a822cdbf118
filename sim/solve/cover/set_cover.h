#pragma once
#include "sim/solve/cover/incidence.h"
#include "sim/solve/graph.h"
#include "sim/solve/work.h"

namespace phusong::solve {

/// Every row must be covered by a chosen column; the chosen columns' costs are summed.
struct SetCover {
    std::vector<Cost> costs;  ///< of each column, never negative
    Incidence columns_of_row; ///< no row may be without columns
    [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(costs.size()); }
    [[nodiscard]] std::uint32_t rows() const { return columns_of_row.groups(); }
};

struct CoverAnswer {
    std::vector<std::uint32_t> chosen; ///< columns, ascending; none of them could be left out
    Cost cost = 0;
    Cost bound = 0; ///< no cover is cheaper
    std::int64_t iterations = 0;
};

/// Lagrangian relaxation for the bound and for shutting out columns, local search with row weights for the cover,
/// branch and bound where what is left is small. `work.iterations` are steps of the local search. Sources:
/// docs/models.md, "Covering".
[[nodiscard]] CoverAnswer solve_set_cover(SetCover const& problem, Work const& work);

} // namespace phusong::solve

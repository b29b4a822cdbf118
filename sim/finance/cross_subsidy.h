#pragma once
#include <vector>

namespace phusong {

/// What surpluses of some places pay of the deficits of others.
struct CrossSubsidy {
    double pool_vnd = 0;               ///< all surpluses together
    std::vector<double> from_pool_vnd; ///< what each place's deficit gets of it
    std::vector<double> rest_vnd;      ///< what is left of each deficit for the public purse
};

/// Of net present values: surpluses pay the smallest deficit first, as far as they go, so that most places are paid.
/// Ties: the earlier place. Σ from_pool ≤ pool; from_pool + rest = deficit in every place.
[[nodiscard]] CrossSubsidy cross_subsidy(std::vector<double> const& npv_vnd);

} // namespace phusong

#pragma once
#include "sim/solve/cover/max_cover.h"
#include "sim/solve/dice.h"

namespace phusong::solve {

struct SiteSearchLimits {
    std::int64_t steps = 0;
    std::int64_t touches = 0; ///< entries looked at
    Cost good_enough = 0;     ///< stop at this weight
};

/// Improves `chosen`: closes a site or some, opens the best that fit, with a memory that keeps what moved from moving
/// back at once, and begins anew around the best when nothing better comes. `may_open` of each site. Returns the steps.
std::int64_t search_sites(MaxCover const& problem, Incidence const& demands_of_site, std::vector<char> const& may_open,
                          std::vector<std::uint32_t>& chosen, SiteSearchLimits const& limits, Dice& dice);

} // namespace phusong::solve

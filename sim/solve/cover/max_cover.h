#pragma once
#include "sim/solve/cover/incidence.h"
#include "sim/solve/graph.h"
#include "sim/solve/work.h"
#include <optional>

namespace phusong::solve {

/// Which sites to open so that the most weight is covered, with at most so many sites, or within a budget, or both.
struct MaxCover {
    std::vector<Cost> weights;    ///< of each demand, never negative
    std::vector<Cost> site_costs; ///< never negative
    Incidence sites_of_demand;    ///< a demand may have none
    std::optional<std::int64_t> most_sites;
    std::optional<Cost> budget; ///< of the sites' costs
    [[nodiscard]] std::uint32_t sites() const { return static_cast<std::uint32_t>(site_costs.size()); }
    [[nodiscard]] std::uint32_t demands() const { return static_cast<std::uint32_t>(weights.size()); }
};

struct MaxCoverAnswer {
    std::vector<std::uint32_t> chosen; ///< sites, ascending
    Cost weight = 0;
    Cost cost = 0;  ///< of the sites chosen
    Cost bound = 0; ///< no choice covers more
    std::int64_t iterations = 0;
};

/// Lazy greedy, tabu search that closes and opens sites, then the linear relaxation and branch and bound with what was
/// found. `work.iterations` are steps of the tabu search. Sources: docs/models.md, "Covering".
[[nodiscard]] MaxCoverAnswer solve_max_cover(MaxCover const& problem, Work const& work);

} // namespace phusong::solve

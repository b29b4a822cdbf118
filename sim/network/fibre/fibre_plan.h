#pragma once
#include "sim/network/graph/rollout_graph.h"
#include "sim/solve/work.h"

namespace phusong {

/// A node that is to have fibre from a year on.
struct FibreDemand {
    std::uint32_t node = 0;
    int year = 0;
};

/// Which edges of the rollout graph carry cable from which year on. Nothing that was built is thrown away.
struct FibrePlan {
    static constexpr auto none = ~std::uint32_t{0};
    std::vector<std::uint32_t> edges; ///< built, by year and then ascending
    std::vector<int> built;           ///< year of each of `edges`
    std::vector<std::uint32_t> up; ///< of each node of the graph: edge towards what is lit; none off the tree and there
    struct Year {
        int year = 0;
        std::uint32_t connected = 0; ///< nodes asked for so far that were not lit
        std::int64_t cost_vnd = 0;   ///< of this year's edges
    };
    std::vector<Year> years;
    std::int64_t cost_vnd = 0;        ///< of all edges
    std::int64_t lower_bound_vnd = 0; ///< no tree that connects all that is asked for costs less
    std::int64_t apart_vnd = 0;       ///< each place joined to what is lit for itself, nothing shared
    std::int64_t iterations = 0;      ///< of the solver
    [[nodiscard]] double gap_share() const {
        return cost_vnd > 0 ? static_cast<double>(cost_vnd - lower_bound_vnd) / static_cast<double>(cost_vnd) : 0;
    }
};

/// The cheapest tree that joins the nodes asked for to what is lit (all lit nodes count as one). With foresight it is
/// found for all years at once and built as years ask for it; without, each year joins its nodes in the cheapest way to
/// what stands by then. The bound holds for either.
/// Shapes:  demands in any order; a node asked for twice counts from its first year. When nothing is lit, the first
/// node
///          of the first year is where light comes from.
/// Errors:  InputError when the graph does not join them.
/// Source:  sim/solve/steiner; docs/models.md, "The fibre tree".
[[nodiscard]] FibrePlan plan_fibre(RolloutGraph const& graph, std::span<std::uint32_t const> lit,
                                   std::span<FibreDemand const> demands, bool foresight, solve::Work const& work);

/// Edges from a node up to what is lit, in that order.
[[nodiscard]] std::vector<std::uint32_t> way_up(RolloutGraph const& graph, FibrePlan const& plan, std::uint32_t node);

} // namespace phusong

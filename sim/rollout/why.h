#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/offer.h"
#include <optional>

namespace phusong {

/// A candidate as it stood at the beginning of a year, among all others of that year.
struct Standing {
    std::uint32_t candidate = 0;
    Offer offer;
    double score = 0;                   ///< gained by the policy per VND of lifetime cost
    std::size_t rank = 0, of = 0;       ///< by the policy's order, among those that nothing but money stood against
    std::optional<std::size_t> weakest; ///< in the plan's projects: the last in that order that was built this year
    double weakest_score = 0;
};

/// What became of one village in one planned year.
struct WhyYear {
    int year = 0;
    VillageReason reason;
    std::optional<std::size_t> built_by; ///< in the plan's projects: gave it good signal this year
    std::optional<Standing> best;        ///< what would newly serve most of its people; nothing when it has good signal
};

/// The plan played again, looking at one village. `before_plan`: covered_in_base_year. Shape: one per planned year.
[[nodiscard]] std::vector<WhyYear> why(Board const& board, Covered const& before_plan, Plan const& plan,
                                       VillageId village);

} // namespace phusong

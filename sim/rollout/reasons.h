#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/offer.h"
#include <functional>
#include <optional>

namespace phusong {

/// Why each village is or is not served with good signal at the end of a year.
///   good in the base year                                              ALREADY_SERVED
///   good since, by the plan                                            BUILT
///   else what happened in this year to the candidate that would newly serve most of its people (ties:
///   one that need not wait for power, then the cheaper, then the lower number): waits for power NO_POWER_UNTIL_<year
///   of the grid>, too few people TOO_FEW_PEOPLE, not viable and no public money that year NOT_VIABLE, money short
///   BUDGET_EXCEEDED, crews busy CAPACITY
///   none would: its places cannot be connected NO_LINE_OF_SIGHT or FIBRE_TOO_FAR; terrain hides it from every place
///   tried NO_LINE_OF_SIGHT. Nobody lives there: TOO_FEW_PEOPLE.
/// Shapes: `offers` one per candidate, as they stood at the end of the year; result one per village.
[[nodiscard]] std::vector<VillageReason> village_reasons(Board const& board, Covered const& covered,
                                                         std::vector<VillageSignal> const& base_villages,
                                                         std::vector<Offer> const& offers);

/// The same for a year before the first planned one, the base year among them, in which there is no purse and nobody
/// builds: what would pay for itself waits for a plan that gives money (BUDGET_EXCEEDED), other candidates are
/// NOT_VIABLE; a place to which the grid comes after `year` has no power, and nobody pays for solar:
/// NO_POWER_UNTIL_<year of the grid>.
[[nodiscard]] std::vector<VillageReason> reasons_before_plan(Board const& board, Covered const& covered,
                                                             std::vector<VillageSignal> const& base_villages, int year);

/// The candidate whose fate is the village's reason. The same place may be listed twice, with solar power and with the
/// grid: of equals, one that need not wait for power counts, then the cheaper one. Nothing when none would serve more.
[[nodiscard]] std::optional<std::uint32_t> best_candidate(Board const& board, Covered const& covered,
                                                          std::uint32_t village,
                                                          std::function<bool(std::uint32_t)> const& waits_for_power);

} // namespace phusong

#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/offer.h"

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

/// The same for the base year, in which there was no money and nobody built: a viable candidate waits for money
/// (BUDGET_EXCEEDED), others are NOT_VIABLE; a place to which the grid comes later, in the first planned year or after,
/// had no power, and nobody had paid for solar: NO_POWER_UNTIL_<year of the grid>.
[[nodiscard]] std::vector<VillageReason> base_year_reasons(Board const& board, Covered const& covered,
                                                           std::vector<VillageSignal> const& base_villages);

} // namespace phusong

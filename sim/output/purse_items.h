#pragma once
#include "sim/finance/finance.h"
#include <cstdint>

namespace phusong {

using Items = std::array<std::int64_t, item_count>; ///< VND for site, technology, power, backhaul, access

/// What the operators pay of a project by item, in proportion to the whole; the public purse pays the rest of each.
/// In whole VND, so that items add up to what each purse pays, and the two purses to the item.
[[nodiscard]] Items paid(ProjectCost const& cost, Appraisal const& appraisal, bool by_operators);

} // namespace phusong

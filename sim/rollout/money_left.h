#pragma once
#include "geo/message.h"
#include "sim/rollout/rollout.h"
#include <vector>

namespace phusong {

/// Why money is left at the end of the plan, one sentence per purse that has some: how much, and what stopped the
/// candidates of the last year that would still bring something new. A place counts once for each way of building
/// there. Nothing of a purse that was never filled or is spent.
[[nodiscard]] std::vector<geo::Message> why_money_is_left(Plan const& plan);

} // namespace phusong

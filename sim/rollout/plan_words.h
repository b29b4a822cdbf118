#pragma once
#include "geo/message.h"
#include "sim/rollout/rollout.h"

namespace phusong {

/// What the plan is worth, what no plan can exceed, and the gap between the two, in one sentence.
[[nodiscard]] geo::Message how_good_the_plan_is(Plan const& plan);

} // namespace phusong

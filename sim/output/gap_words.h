#pragma once
#include "geo/message.h"
#include "sim/run/goal_gap.h"

namespace phusong {

/// What would close the gap of a goal, in one clause: the bundle with its price by purse; all that is left and how near
/// it comes; or that nothing moves the figure. `decimals`: of the goal's figure.
[[nodiscard]] geo::Message gap_words(GoalGap const& gap, Candidates const& candidates, int decimals);

} // namespace phusong

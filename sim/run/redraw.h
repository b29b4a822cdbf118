#pragma once
#include "sim/run/outcome.h"

namespace phusong {

/// A plan that is made meets other prices, ceilings and rates: its projects stay as they are in their years; costs, who
/// pays, subscribers and goals are reckoned anew. Coverage is that of `planned`. Budgets stay as told and may now be
/// overspent; what is overspent is carried over as a debt where leftovers are carried over. Of `scenario` only
/// `adoption`, `finance`, `prices`, `power`, `traffic` may differ from the one that `planned` was made with. `outcome`
/// is a copy of `planned`, or what an earlier call made of one; only what changes is written.
void redraw(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario);

/// Only what the plan costs then and who pays it: the take-up curves; costs, appraisals and payments of the projects as
/// they stand, year by year, whether the purses can pay or not.
void pay_again(Outcome& outcome, Outcome const& planned, World const& world, Scenario const& scenario);

} // namespace phusong

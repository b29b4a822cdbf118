#pragma once
#include "sim/report/page.h"

namespace phusong::report {

/// Goals of the planned years: mark, word, goal and value.
[[nodiscard]] Html plan_goals(Page const& page);
/// Goals of the base year: what the data must reproduce.
[[nodiscard]] Html base_checks(Page const& page);
/// What says in short what a goal rests on: a dagger for what is read into a document, a double one for what no
/// document asks for, each with the space before it.
[[nodiscard]] char const* dagger(GoalBasis basis);
[[nodiscard]] Html daggers_explained(Page const& page); ///< those that goals of planned years bear
/// Decimals that tell a goal from what was reached: none for counts.
[[nodiscard]] int decimals_of(Goal const& goal);
/// "≥ 30.00 per 100 people".
[[nodiscard]] std::string asked_for(Page const& page, Goal const& goal);
/// The drawings of the marks, to be put on the page once.
[[nodiscard]] Html goal_marks();

} // namespace phusong::report

#pragma once
#include "sim/report/page.h"

namespace phusong::report {

/// Goals of the planned years: mark, word, goal and value.
[[nodiscard]] Html plan_goals(Page const& page);
/// Goals of the base year: what the data must reproduce.
[[nodiscard]] Html base_checks(Page const& page);
/// The drawings of the marks, to be put on the page once.
[[nodiscard]] Html goal_marks();

} // namespace phusong::report

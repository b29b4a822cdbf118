#pragma once
#include "sim/run/outcome.h"
#include "sim/study/uncertain.h"
#include <vector>

namespace phusong::study {

/// The plan as it stands, at `finance.draws` draws (Latin hypercube) of those uncertain keys that may change after the
/// plan: prices, take-up, rates. Draws under which the base year cannot be are left out. Empty without such keys.
/// Shape: [draw]. The same draws as a study of one option with as many and a fixed plan.
[[nodiscard]] std::vector<CostDraw> cost_draws(World const& world, Scenario const& scenario,
                                               std::vector<Uncertain> uncertain, Outcome const& planned);

} // namespace phusong::study

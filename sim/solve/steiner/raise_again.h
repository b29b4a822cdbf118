#pragma once
#include "sim/solve/steiner/dual_ascent.h"

namespace phusong::solve {

/// Local search on the dual: lets neighbourhoods of terminals go and raises them again, each in a random order, so many
/// times; stops early when the bound reaches `goal` or the meter is over. Whether the bound rose.
bool raise_neighbourhoods(DualAscent& ascent, Graph const& g, int trials, Cost goal, Dice& dice, Meter& meter);

} // namespace phusong::solve

#pragma once
#include "sim/scenario/scenario.h"

namespace phusong {

/// How much stronger the median of a cell must be than the scenario's share of places asks for, so that `percent` of
/// the places within it have the threshold: Lloc(percent) − Lloc(the scenario's), dB. Where the floor of free space
/// holds (P.1812 §4.10, Lb0p) it asks for more than the Recommendation does. Source:  P.1812-6 §4.8, (64), (66).
[[nodiscard]] double location_shift_db(Radio const& radio, Technology technology, double cell_m, double percent);

} // namespace phusong

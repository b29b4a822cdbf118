#pragma once
#include "sim/radio/models/p1812.h"

namespace phusong {

/// Errors: std::invalid_argument naming the first figure or shape that P.1812 does not know.
void check_domain(P1812Profile const& profile, P1812Link const& link);

/// Whether terrain or clutter is missing (NaN) somewhere on the path.
[[nodiscard]] bool has_gap(P1812Profile const& profile);

} // namespace phusong

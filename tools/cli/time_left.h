#pragma once
#include "geo/message.h"

namespace phusong::cli {

/// What a long stage says now and then within its progress line: " (about 4 min left) ".
[[nodiscard]] geo::Message time_left(double seconds);

} // namespace phusong::cli

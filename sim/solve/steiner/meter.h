#pragma once
#include "sim/solve/dice.h"
#include <cstddef>
#include <cstdint>
#include <limits>

namespace phusong::solve {

/// Counts work in arcs looked at, so that a search ends at the same place on every machine.
struct Meter {
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
    std::int64_t spent = 0;
    void add(std::size_t arcs) { spent += static_cast<std::int64_t>(arcs); }
    [[nodiscard]] bool over() const { return spent >= limit; }
};

} // namespace phusong::solve

#pragma once
#include "sim/radio/radio.h"
#include <cstdint>
#include <vector>

namespace phusong {

/// Technologies at or above their thresholds in every inhabited cell. Shapes: one per World::people.
[[nodiscard]] std::vector<TechnologySet> good_technologies(World const& world, Radio const& radio,
                                                           SignalMaps const& maps);

[[nodiscard]] inline bool has_broadband(TechnologySet set) {
    return set.has(Technology::g4) || set.has(Technology::g5);
}

} // namespace phusong

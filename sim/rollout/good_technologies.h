#pragma once
#include "sim/radio/radio.h"
#include <cstdint>
#include <vector>

namespace phusong {

/// Technologies at or above their thresholds in every inhabited cell. Shapes: one per World::people.
[[nodiscard]] std::vector<TechnologySet> good_technologies(World const& world, Radio const& radio,
                                                           SignalMaps const& maps);
/// The same in the cell of every village's hall; none where the hall lies outside the grid.
[[nodiscard]] std::vector<TechnologySet> good_at_halls(World const& world, Radio const& radio, SignalMaps const& maps);

[[nodiscard]] inline bool has_broadband(TechnologySet set) {
    return set.has(Technology::g4) || set.has(Technology::g5);
}

} // namespace phusong

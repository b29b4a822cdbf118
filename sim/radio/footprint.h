#pragma once
#include "sim/radio/radio.h"
#include <cstdint>
#include <vector>

namespace phusong {

/// Signals of one transmitter in one cell, dBm; NaN where a technology gives none.
struct CellSignal {
    std::uint32_t cell;
    std::array<float, technology_count> dbm;
};

/// What one transmitter gives to the cells that were asked for; cells that get nothing are left out.
struct Footprint {
    std::vector<CellSignal> cells;           ///< in the order of the rays
    std::uint64_t cells_without_terrain = 0; ///< asked for and near enough, but terrain is missing on the way
};

/// The cells that somebody asks for, by Grid::index.
using CellMask = std::vector<std::uint8_t>;
[[nodiscard]] CellMask cells_in_communes(World const& world);
[[nodiscard]] CellMask cells_with_people_or_halls(World const& world);

/// Signals of one transmitter: P.526 delta-Bullington over free space. Rays leave the antenna so densely that two are
/// at most one cell apart at the edge of the circle; a cell takes the terrain of the nearest ray, but its own distance
/// and ground. The terrain pass holds for all technologies at once. Units:   dBm = eirp − free space − diffraction −
/// margin. Errors:  none; a signal more than `weak_band_db` under the threshold counts as none; behind missing terrain
/// none. Source:  see p526_delta_bullington.h and docs/models.md. Threads: none inside; call it from many.
[[nodiscard]] Footprint footprint(World const& world, Radio const& radio, Transmitter const& transmitter,
                                  CellMask const& wanted);

} // namespace phusong

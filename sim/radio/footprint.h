#pragma once
#include "sim/radio/radio.h"
#include <cstdint>
#include <functional>
#include <vector>

namespace phusong {

/// Signals of one transmitter in one cell, dBm; NaN where a technology gives none.
struct CellSignal {
    std::uint32_t cell;
    std::array<float, technology_count> dbm;
};

/// What one transmitter gives to the cells that were asked for; cells that get nothing are left out.
struct Footprint {
    std::vector<CellSignal> cells;           ///< ascending
    std::uint64_t cells_without_terrain = 0; ///< asked for and near enough, but terrain is missing on the way
};

/// The cells that somebody asks for, by Grid::index.
using CellMask = std::vector<std::uint8_t>;
[[nodiscard]] CellMask cells_in_communes(World const& world);
[[nodiscard]] CellMask cells_with_people_or_halls(World const& world);

/// Latitude of the middle of the world's grid; 0 for a world without a reference system.
[[nodiscard]] double middle_latitude_deg(World const& world);

/// Signals of one transmitter by the scenario's model, on the world's grid, over the nearest ray's terrain and the
/// cell's own last points (sim/radio/sweep).
/// Units:   dBm = eirp − path loss − building entry − margin, path loss in steps of 0.01 dB.
/// Errors:  none; a signal more than `weak_band_db` under the threshold counts as none; behind missing terrain none.
/// Threads: none inside; call it from many.
[[nodiscard]] Footprint footprint(World const& world, Radio const& radio, Transmitter const& transmitter,
                                  CellMask const& wanted, double latitude_deg);

/// Calls use(first, footprints) for one batch of transmitters after the other, in order: memory is bounded, and a batch
/// keeps every thread busy. Threads: OpenMP over the transmitters of a batch; `use` is called from this thread.
void in_batches(World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                CellMask const& wanted, geo::Progress const& progress,
                std::function<void(std::size_t first, std::vector<Footprint> const& batch)> const& use);

} // namespace phusong

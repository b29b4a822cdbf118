#pragma once
#include "geo/grid.h"
#include "sim/radio/servers/sector_group.h"
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phusong {

/// The inner loop of ServerMap: one row of one group. Nobody else should need this header.
///
/// A server is one number, (power + 32768) · 65536 + (65535 − id), power in hundredths of dBm: the larger of two is the
/// stronger, and of equals that of the lower id. 0 is nobody. Total power counts in steps of 2^-56 mW, whole numbers:
/// sums do not depend on their order, and what was added can be taken away exactly.

/// An antenna cut, one entry per degree, the first again at the end: attenuation in steps of 1/128 dB in the upper
/// half, what the next degree has more in the lower.
using CutTable = std::array<std::int32_t, degrees_around + 1>;
inline constexpr float cut_steps_per_db = 128;

struct PreparedSector {
    float azimuth_deg, sin_azimuth, cos_azimuth; ///< azimuth in [-180, 180)
    float mechanical_tilt_deg, tilt_shift_deg;
    float eirp_centi_dbm;
    float most_attenuation; ///< in the steps of the cuts
    float load_share;
    std::uint32_t key; ///< 65535 − id
    CutTable horizontal, vertical;
};

/// A group with what is the same in every cell worked out.
struct PreparedGroup {
    SectorGroup const* group;
    std::vector<PreparedSector> sectors;
    [[nodiscard]] PathLoss const& loss() const { return *group->loss; }
    [[nodiscard]] int end_col() const { return loss().first_col + loss().cols; }
    [[nodiscard]] bool in_row(int row) const { return row >= loss().first_row && row < loss().first_row + loss().rows; }
};
/// Errors:  std::logic_error, see ServerMap.
[[nodiscard]] std::vector<PreparedGroup> prepare(std::span<SectorGroup const> groups, geo::Grid const& grid);

/// Parallel arrays over cells of a row that the group reaches.
struct RowPart {
    std::size_t begin = 0, count = 0; ///< begin: cells of the group's row before the first one here
    std::uint16_t const* loss_centi_db = nullptr;
    float const* ground_m = nullptr;
    std::uint32_t *first = nullptr, *second = nullptr, *third = nullptr; ///< servers, strongest first
    std::uint64_t* total = nullptr;
    std::uint16_t* overlap = nullptr;
    std::uint32_t* again = nullptr; ///< all bits: the servers of this cell must be found anew

    float first_east_m = 0, north_m = 0, cell_m = 0; ///< centre of the row's first cell, from the antenna
    float antenna_m = 0;                             ///< above sea level, less the receiver's height
    float bulge_per_m = 0;                           ///< 1 / (2 effective earth radius)
    std::int32_t threshold_centi_dbm = 0, weakest_centi_dbm = 0;
    std::span<PreparedSector const> sectors;
};

/// Threads: none; rows are independent. Same bits on every instruction set.
void add_row(RowPart const& row);
/// Takes away what add_row added, and where one of the sectors was among the three, clears the three and notes it in
/// `again`.
void remove_row(RowPart const& row);
/// add_row for the three servers alone, and only where `again` says so.
void refill_row(RowPart const& row);

} // namespace phusong

#pragma once
#include "geo/point.h"
#include "sim/radio/antenna/sector.h"
#include "sim/radio/sweep/path_loss.h"
#include <vector>

namespace phusong {

/// Sectors of one site that share mast, antenna height and band, and so the path loss around them. Every sector of a
/// map has an id of its own, below `no_sector`.
struct SectorGroup {
    geo::XY xy;
    double antenna_m = 0; ///< above sea level
    std::vector<Sector> sectors{};
    PathLoss const* loss = nullptr; ///< on the map's grid; must outlive the call that takes the group
};

inline constexpr std::uint32_t no_sector = 65535;

} // namespace phusong

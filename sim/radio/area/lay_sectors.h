#pragma once
#include "sim/radio/area/area_ground.h"
#include "sim/radio/area/read_antennas.h"
#include "sim/radio/carrier.h"
#include "sim/radio/servers/server_map.h"
#include <limits>
#include <vector>

namespace phusong {

/// A site's sectors in one technology, ready for the engine. Sector ids follow each other.
struct LaidSite {
    std::size_t site = 0; ///< index into the sites that were laid
    SectorGroup group{};  ///< without path loss
    SweepModel model;
    double mast_height_m = 0;
    double radius_km = 0; ///< farthest place that may get the weakest power that counts
    float ground_m = 0;   ///< NaN: the site's own terrain is missing, and it is left out
};

/// The sites that have one technology.
struct LaidSectors {
    Technology technology{};
    ServerSettings settings;
    double noise_dbm = 0;
    std::vector<LaidSite> sites; ///< in the order given; those without terrain are left out
    std::size_t sites_without_terrain = 0;
};

/// Power: the budget's EIRP in the main direction, less the margin and building entry. The weakest power that counts
/// is the lowest of what the scenario calls no signal, the receiver's noise and `asked_dbm`, the weakest level that
/// somebody will count with: below all of them a sector neither serves nor disturbs.
/// Errors:  InputError when there are more sectors than a map can tell apart.
[[nodiscard]] LaidSectors lay_sectors(Radio const& radio, Technology technology, std::span<SectorSite const> sites,
                                      Antennas const& antennas, AreaGround const& ground,
                                      double asked_dbm = std::numeric_limits<double>::infinity());

} // namespace phusong

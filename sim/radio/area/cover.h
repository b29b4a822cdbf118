#pragma once
#include "geo/progress.h"
#include "sim/radio/area/serving.h"

namespace phusong {

/// What the sites of one technology give everywhere.
struct AreaCoverage {
    LaidSectors laid;
    ServerMap servers;
    Serving serving;
    std::uint64_t samples_without_terrain = 0; ///< pairs of site and cell behind missing terrain
    std::size_t swept = 0, kept = 0;           ///< sites computed now; taken from the store
};

/// Path loss of every site, batch by batch, and who serves where. Memory does not grow with the number of sites.
/// Errors:  as PathLossSource; what `progress` throws.
/// Threads: OpenMP over sites, then over rows; the result does not depend on the thread count, nor on the store.
[[nodiscard]] AreaCoverage cover(LaidSectors laid, PathLossSource const& source, geo::Progress const& progress = {});

/// The same with one site more, or with one less. `others` are the path losses of those of `coverage` that stay and
/// whose windows touch that of the site.
struct AreaSite {
    LaidSite const& laid;
    SiteLoss const& loss;
};
void add_site(ServerMap& servers, AreaSite const& site);
void remove_site(ServerMap& servers, AreaSite const& site, std::span<AreaSite const> others);

} // namespace phusong

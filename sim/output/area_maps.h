#pragma once
#include "sim/output/output.h"
#include "sim/radio/area/cover.h"

namespace phusong {

/// What every file of a scenario's coverage says about itself.
struct AreaFacts {
    World const& world;
    Scenario const& scenario;
    RunIdentity const& identity;
    std::span<SectorSite const> sites;
    int year = 0;
    std::vector<std::string> const& creation_options;
};

/// The maps of one technology, each with a style: maps/signal_4g_2025.tif and so on; docs/formats.md lists them.
/// Errors:  FileError; InputError for the creation options.
void write_area_maps(std::filesystem::path const& folder, AreaCoverage const& area, AreaFacts const& facts);

/// maps/technology_2025.tif. Shapes:  `best_dbm` by technology; empty where it was not asked.
void write_technology_map(std::filesystem::path const& folder,
                          std::array<geo::Raster, technology_count> const& best_dbm, AreaFacts const& facts);

} // namespace phusong

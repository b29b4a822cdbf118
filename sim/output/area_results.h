#pragma once
#include "sim/output/area_tables.h"

namespace phusong {

/// What of one technology stays when its maps are written.
struct AreaPart {
    Technology technology{};
    std::size_t sites = 0, sectors = 0, sites_without_terrain = 0;
    std::uint64_t samples_without_terrain = 0;
    std::vector<AreaLevel> levels;
};

struct AreaResult {
    AreaQuestion question;
    std::vector<AreaPart> parts; ///< a technology each
    std::array<geo::Raster, technology_count> best_dbm;
    SectorTable sectors;
    std::vector<geo::Message> notes; ///< tolerated gaps, counted
};

/// Writes the maps of a technology into `folder` and takes its figures into `result`. Errors: as write_area_maps.
void take_area(AreaResult& result, std::filesystem::path const& folder, AreaCoverage const& area, Places const& places,
               AreaFacts const& facts);

/// Everything else: the map of technologies, tables/coverage.csv, tables/sectors.csv, tables/provenance.csv,
/// summary.json, scenario.resolved.toml, and run.json last. Errors: FileError.
void write_area_results(std::filesystem::path const& folder, AreaResult const& result, AreaFacts const& facts);

/// The title and a line per technology, for the screen.
[[nodiscard]] std::string area_summary_text(AreaResult const& result, AreaFacts const& facts, geo::Language language);
[[nodiscard]] std::string area_summary_json(AreaResult const& result, AreaFacts const& facts);

} // namespace phusong

#pragma once
#include "sim/output/area_maps.h"
#include "sim/output/csv_text.h"
#include "sim/radio/servers/zone_coverage.h"

namespace phusong {

/// What was asked of tables.
struct AreaQuestion {
    std::vector<double> thresholds_dbm; ///< empty = the technology's, and the weakest signal that the scenario counts
    std::vector<double> location_percents; ///< of the places within a cell; one at least
};

/// Communes at one threshold, one `ZoneCoverage::at` per location percentage.
struct AreaLevel {
    Technology technology{};
    double threshold_dbm = 0;
    std::vector<ZoneCoverage> communes;
};

/// People are of the census year here, as in Places.
[[nodiscard]] std::vector<AreaLevel> area_levels(geo::Raster const& best_dbm, Technology technology,
                                                 Places const& places, AreaQuestion const& question,
                                                 AreaFacts const& facts);

/// The weakest signal that any of these levels counts: what sectors must be laid with.
[[nodiscard]] double weakest_level_dbm(Technology technology, AreaQuestion const& question, Radio const& radio,
                                       double cell_m);

/// The whole province.
[[nodiscard]] ZoneCoverage sum_of(AreaLevel const& level);

/// tables/coverage.csv: a row per level and commune, and one per level for the whole province, whose figures are the
/// sums of those above it.
[[nodiscard]] std::string coverage_csv(std::vector<AreaLevel> const& levels, AreaQuestion const& question,
                                       AreaFacts const& facts);

/// tables/sectors.csv: what the numbers of the server maps mean. A technology after the other.
class SectorTable {
  public:
    SectorTable();
    void add(AreaCoverage const& area, AreaFacts const& facts);
    [[nodiscard]] std::string const& text() const { return csv_.text(); }

  private:
    CsvText csv_;
};

} // namespace phusong

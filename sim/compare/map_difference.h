#pragma once
#include "sim/compare/compare.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong {

/// Villages whose state differs between two options in the last year that both have.
struct VillageDifferences {
    std::size_t one = 0, other = 0; ///< options
    int year = 0;
    struct Village {
        std::string code, name, commune, lon_deg, lat_deg; ///< as in tables/villages.csv
        geo::Message state_one, state_other, reason_other;
        int change = 0; ///< -2 … 2: classes that the other is better by
    };
    std::vector<Village> villages; ///< better first, then worse, then by code
    std::size_t better = 0, worse = 0;
};

/// Errors: InputError, FileError as read_csv.
[[nodiscard]] VillageDifferences village_differences(Comparison const& comparison, std::size_t one, std::size_t other);

/// The baseline against every other run, the best first, and against 20 at most. Studies keep no villages of one plan.
/// Errors: as village_differences.
[[nodiscard]] std::vector<VillageDifferences> differences_to_baseline(Comparison const& comparison);

/// Writes villages.csv, and for each technology signal_4g_2025.tif of the first of them: class of signal of the other
/// option less that of the one (0 none, 1 weak, 2 good, by each run's own threshold), where both runs have the map of
/// that year on one grid. Result: what was left out, and why. Errors: FileError, InputError.
[[nodiscard]] std::vector<geo::Message> write_map_difference(std::filesystem::path const& folder,
                                                             Comparison const& comparison,
                                                             std::vector<VillageDifferences> const& villages);

} // namespace phusong

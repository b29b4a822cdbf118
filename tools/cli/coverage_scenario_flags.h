#pragma once
#include "sim/scenario/technology.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace phusong::cli {

struct Options;

/// What was typed after `coverage SCENARIO`, before anybody has looked at it.
struct AreaFlags {
    std::string year, technology, threshold_dbm, store_gib; ///< and --location-percent, which CoverageFlags has
};

/// What is asked of a scenario's coverage.
struct AreaQuery {
    std::optional<int> year;               ///< nothing = the base year
    std::vector<Technology> technologies;  ///< in the program's order, each once; empty = those that any site has
    std::vector<double> location_percents; ///< empty = the scenario's
    std::vector<double> thresholds_dbm;    ///< empty = each technology's own
    std::uint64_t store_bytes = 0;
};

void add_area_flags(CLI::App& app, Options& options);

/// Errors: UsageError with everything that is wrong.
[[nodiscard]] AreaQuery area_query(Options const& options);

} // namespace phusong::cli

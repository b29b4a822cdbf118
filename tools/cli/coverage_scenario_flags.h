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

/// What was typed after `coverage SCENARIO`, before anybody has looked at it. --location-percent, which both forms of
/// the verb know, stands among the flags of the other form.
struct AreaFlags {
    std::string year, technology, threshold_dbm, store_gib;
    friend bool operator==(AreaFlags const&, AreaFlags const&) = default;
};

/// What is asked of a scenario's coverage.
struct AreaQuery {
    std::optional<int> year;               ///< nothing = the base year
    std::vector<Technology> technologies;  ///< in the program's order, each once; empty = those that any site has
    std::vector<double> location_percents; ///< empty = the scenario's
    std::vector<double> thresholds_dbm;    ///< empty = each technology's own
    std::uint64_t store_bytes = 0;
};

/// With -o and --store.
void add_area_flags(CLI::App& app, Options& options);

/// Errors: UsageError with everything that is wrong, flags of the form for one site among it.
[[nodiscard]] AreaQuery area_query(Options const& options);

/// Errors: UsageError when something was typed that only a scenario can be asked.
void refuse_area_flags(Options const& options);

} // namespace phusong::cli

#pragma once
#include "geo/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace phusong {

/// Where made layers (synthetic terrain) are kept between runs, by the hash of everything that made them.
struct Store {
    std::filesystem::path folder; ///< empty = keep nothing
};

/// Loads and cross-checks everything that the scenario names.
/// Errors: InputError with every problem of every table at once (duplicate or missing communes with the list of codes,
///         people that do not add up, villages of unknown communes, layers outside the province, …); FileError.
[[nodiscard]] World read_world(Scenario const& scenario, Store const& store, geo::Progress const& progress = {});

/// Reads and cross-checks all tables and all headers, but makes no terrain and reads no pixels: fast.
/// Errors: as read_world.
void check_world(Scenario const& scenario);

} // namespace phusong

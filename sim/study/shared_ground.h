#pragma once
#include "geo/progress.h"
#include "sim/run/run.h"
#include "sim/world/read.h"
#include <optional>
#include <string>

namespace phusong::study {

/// What runs share that stand on the same ground: one world, one base year and one survey in memory at a time, each
/// kept until a scenario comes that needs another.
struct SharedGround {
    std::string world_is, groundwork_is; ///< world_key and groundwork_key of what is laid
    std::optional<World> world;
    std::optional<Groundwork> groundwork;
    /// The world is there afterwards. Errors: as lay.
    void lay_world(Scenario const& scenario, Store const& store, geo::Progress const& progress = {});
    /// Both are there afterwards. `for_later`: groundwork is kept in the store.
    /// Errors: InputError and FileError of a world that cannot be read.
    void lay(Scenario const& scenario, Store const& store, bool for_later, geo::Progress const& progress = {});
};

} // namespace phusong::study

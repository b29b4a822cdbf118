#pragma once
#include "sim/radio/models/p1812.h"
#include "sim/world/world.h"
#include "tools/cli/options.h"
#include "tools/cli/screen.h"
#include <string>
#include <vector>

namespace phusong::cli {

/// Terrain under a path with everything on it, transmitter first.
struct PathTerrain {
    std::vector<double> d_km, h_m;
    std::vector<double> clutter_m;   ///< empty = none
    std::vector<RadioZone> zone;     ///< empty = inland everywhere
    std::string source;              ///< the file it is from
    bool synthetic = false;          ///< the scenario's terrain is made up
    double lat_deg = 0, lon_deg = 0; ///< of the middle; known for a scenario only
    double cell_m = 0;               ///< of the scenario's map
};

/// Columns d_km, h_m and, if there, clutter_m and zone. Errors: InputError with every mistake and its line; FileError.
[[nodiscard]] PathTerrain read_profile(std::string const& file);

/// The world of the scenario that is typed first, with its log on the screen. Errors: as read_world.
[[nodiscard]] World path_world(Scenario const& scenario, Options const& options, Screen const& screen);

/// The straight line between the two ends on such a map. Errors: InputError where terrain is missing.
[[nodiscard]] PathTerrain terrain_on(World const& world, PathQuery const& query);

/// The straight line between the two ends on the map of the scenario, a sample per map cell.
/// Errors: as read_world; InputError where terrain is missing.
[[nodiscard]] PathTerrain terrain_between(PathQuery const& query, Scenario const& scenario, Options const& options,
                                          Screen const& screen);

} // namespace phusong::cli

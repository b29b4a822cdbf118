#pragma once
#include <string>
#include <vector>

namespace phusong::geo::io {

/// First thing in main(): clears GDAL's and PROJ's environment variables, registers only the drivers the program needs,
/// replaces every virtual file system but /vsimem/ by one that refuses, refuses HTTP, turns off sidecar metadata, and
/// gathers GDAL's messages (each once, with a count) instead of printing them. Calling it twice does nothing more.
void guard_gdal();

/// GDAL ends the process when it has no memory left. `act` is called before, on any thread, and may end it in a better
/// way.
void when_gdal_gives_up(void (*act)(char const* reason));

/// What GDAL said since the last call, repeated messages once with "(×N)".
[[nodiscard]] std::vector<std::string> take_gdal_messages();

/// GDAL's and PROJ's versions and the drivers that stay registered, for `phusong doctor`.
struct GdalFacts {
    std::string gdal_version, proj_version;
    std::vector<std::string> drivers;
};
[[nodiscard]] GdalFacts gdal_facts();

} // namespace phusong::geo::io

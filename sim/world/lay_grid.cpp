#include "sim/world/reading.h"
#include <cmath>

namespace phusong {
namespace {

/// What a run keeps for each cell, in bytes, most at once: terrain and commune (4 + 4), one signal map for each of four
/// technologies (16), and what laying people, warping terrain and writing maps need beside them (at most 32); clutter
/// and zones where they are given.
double bytes_per_cell(WorldFiles const& world) {
    double const clutter = world.clutter.empty() ? 0 : 4, zones = world.radio_zones.given() ? 1 : 0;
    return 56 + clutter + zones;
}

/// The map of the province with its margin, in whole cells.
struct Extent {
    double west, south, east, north; ///< in cells
    [[nodiscard]] double cells() const { return (east - west) * (north - south); }
};

Extent extent_of(geo::Box const& box, double cell_m, double margin_m) {
    return {std::floor((box.west_m - margin_m) / cell_m), std::floor((box.south_m - margin_m) / cell_m),
            std::ceil((box.east_m + margin_m) / cell_m), std::ceil((box.north_m + margin_m) / cell_m)};
}

/// Also what makes row and column numbers fit: the largest budget is under 2^32 cells.
bool fits(Reading& reading, Extent const& extent) {
    constexpr double gib = 1024.0 * 1024 * 1024;
    auto const& world = reading.scenario.world;
    double const needed_gib = extent.cells() * bytes_per_cell(world) / gib;
    if (needed_gib <= world.memory_gib) return true;
    reading.problems.push_back(
        {"world.cell_m",
         geo::say(
             "bản đồ sẽ có {:.3g} ô ({} m, lề {} km) và cần khoảng {:.1f} GiB bộ nhớ; cho phép {} GiB",
             "the map would have {:.3g} cells ({} m, margin {} km) and need about {:.1f} GiB of memory; {} GiB are "
             "allowed",
             extent.cells(), world.cell_m, world.margin_km, needed_gib, world.memory_gib),
         geo::say(
             "tăng world.cell_m, giảm world.margin_km, hoặc tìm xã có tọa độ sai; máy đủ bộ nhớ thì tăng "
             "world.memory_gib",
             "raise world.cell_m, lower world.margin_km, or look for a commune with wrong coordinates; on a machine "
             "with enough memory raise world.memory_gib")});
    return false;
}

} // namespace

void lay_grid(Reading& reading) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : reading.world.communes)
        if (!commune.boundary.empty()) shapes.push_back(commune.boundary);
    if (shapes.size() != reading.world.communes.size() || shapes.empty()) return; // already a problem
    double const cell_m = reading.scenario.world.cell_m;
    auto const extent = extent_of(geo::bounds(shapes), cell_m, reading.scenario.world.margin_km * 1e3);
    if (!fits(reading, extent)) return;
    reading.world.grid = {extent.west * cell_m, extent.north * cell_m, cell_m,
                          static_cast<int>(extent.north - extent.south), static_cast<int>(extent.east - extent.west)};
}

} // namespace phusong

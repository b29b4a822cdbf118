#pragma once
#include "sim/world/world.h"
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace phusong::synthesize {

enum class RoadKind : std::uint8_t { national, provincial, commune, track };
inline constexpr std::array road_kind_names{"national", "provincial", "commune", "track"};

/// Ground on which roads are looked for, and the roads laid so far as steps between neighbouring cells.
struct RoadGrid {
    geo::Raster height_m;                                             ///< coarser than the world's terrain
    std::map<std::pair<std::uint32_t, std::uint32_t>, RoadKind> step; ///< (lower cell, higher cell)
    std::vector<bool> has_road;                                       ///< by cell
};

/// Terrain taken at every second cell of the world.
[[nodiscard]] RoadGrid road_grid(World const& world);

struct Route {
    std::vector<std::uint32_t> cells; ///< from start to end; empty when there is no way
    double cost = 0;
};

/// Cheapest ways from `start` to each of `ends`: metres times 1 + (slope / 8 %)², and a fraction of that along a road
/// that exists. Source: Dijkstra 1959. Shapes: result[i] belongs to ends[i].
[[nodiscard]] std::vector<Route> cheapest_routes(RoadGrid const& grid, std::uint32_t start,
                                                 std::vector<std::uint32_t> const& ends);

/// Cheapest way from `start` to the nearest cell with a road.
[[nodiscard]] Route cheapest_route_to_road(RoadGrid const& grid, std::uint32_t start);

/// Lays a road along `route`; where there is one already, the higher kind stays.
void lay(RoadGrid& grid, Route const& route, RoadKind kind);

/// Marks the cells that the lines of a finished network pass (not the steps: nothing more can be laid on it).
void mark_roads(RoadGrid& grid, RoadNetwork const& roads);

/// Whether a road passes within `distance_m` of the centre of `cell`.
[[nodiscard]] bool road_within(RoadGrid const& grid, std::uint32_t cell, double distance_m);

} // namespace phusong::synthesize

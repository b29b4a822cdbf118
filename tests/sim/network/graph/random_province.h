#pragma once
#include "geo/random.h"
#include "sim/world/road_network.h"
#include "tests/support/draw.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong::test {

/// A small province with uneven ground, some roads that cross and some that end nowhere, and villages off the road.
/// Nothing in it is symmetric. `mirrored`: the same, east and west exchanged.
struct RandomProvince {
    World world;
    Scenario scenario;
    explicit RandomProvince(std::uint64_t seed, bool mirrored = false) {
        int const side = 24;
        world.grid = {.west_m = 400000, .north_m = 2500000, .cell_m = 190, .rows = side, .cols = side + 7};
        world.terrain_m = geo::Raster(world.grid);
        auto const draw = [&](std::uint32_t what, std::uint32_t i) { return geo::uniform({seed, 41, what, i}); };
        double const width_m = world.grid.cols * world.grid.cell_m, height_m = world.grid.rows * world.grid.cell_m;
        auto const at = [&](double x_share, double y_share) {
            double const x = mirrored ? 1 - x_share : x_share;
            return geo::XY{world.grid.west_m + x * width_m, world.grid.north_m - y_share * height_m};
        };
        for (int r = 0; r < world.grid.rows; ++r)
            for (int c = 0; c < world.grid.cols; ++c) {
                int const from = mirrored ? world.grid.cols - 1 - c : c;
                double const hill = 300 * std::sin(0.41 * from + 0.13 * r) + 220 * std::cos(0.29 * r - 0.17 * from);
                world.terrain_m.values(r, c) = static_cast<float>(
                    900 + hill + 90 * draw(0, static_cast<std::uint32_t>(r * world.grid.cols + from)));
            }
        std::vector<RoadLine> lines;
        std::array const kinds{"national", "provincial", "commune", "track"};
        for (std::uint32_t i = 0; i < 9; ++i)
            lines.push_back({{at(0.1 + 0.8 * draw(1, i), 0.1 + 0.8 * draw(2, i)),
                              at(0.1 + 0.8 * draw(3, i), 0.1 + 0.8 * draw(4, i)),
                              at(0.1 + 0.8 * draw(5, i), 0.1 + 0.8 * draw(6, i))},
                             kinds[i % kinds.size()]});
        world.roads = build_roads(lines);
        for (std::uint32_t i = 0; i < 11; ++i) {
            Village village;
            village.code = fmt::format("V{:02}", i + 1);
            village.xy = at(0.08 + 0.84 * draw(7, i), 0.08 + 0.84 * draw(8, i));
            village.people = 150 + 13 * i;
            village.households = 30 + 3 * i;
            world.villages.push_back(village);
        }
        for (std::uint32_t i = 0; i < 3; ++i)
            world.fibre_nodes.push_back(
                {fmt::format("F{}", i + 1), {}, at(0.2 + 0.6 * draw(9, i), 0.2 + 0.6 * draw(10, i))});
        scenario.prices.fibre_vnd_per_km = 210e6;
        scenario.prices.fibre_poles_vnd_per_km = 130e6;
        scenario.prices.fibre_buried_vnd_per_km = 490e6;
        scenario.fibre.river_catchment_km2 = 2;
        scenario.fibre.ridge_catchment_km2 = 1;
        scenario.fibre.offroad_reach_km = 0.9;
    }
};

} // namespace phusong::test

#pragma once
#include "geo/io/csv_file.h"
#include "sim/scenario/scenario.h"
#include "sim/world/synthetic_terrain.h"
#include <string>

namespace phusong::test {

/// What the scenario of Hà Giang says about its mountains.
inline void name_mountains(WorldFiles& world) {
    std::string const file = "data/ha_giang/relief.csv";
    world.relief = {file, "test.toml:8:9 world.relief", PHUSONG_SOURCE_DIR "/" + file};
    world.spot_error_m = 5;
    world.lowest_below_spots_m = 40;
    world.highest_above_spots_m = 225;
    world.lift_m = 150;
    world.lift_distance_m = 2'000;
}

inline Mountains mountains() {
    WorldFiles world;
    name_mountains(world);
    Mountains out{{},
                  world.spot_error_m,
                  world.lift_m,
                  world.lift_distance_m,
                  world.lowest_below_spots_m,
                  world.highest_above_spots_m};
    auto const table = geo::io::read_csv(world.relief.path, world.relief.written);
    for (auto const& row : table.rows)
        out.scales.push_back({std::stod(row.cells[0]), std::stod(row.cells[1]), row.cells[2] == "1"});
    return out;
}

} // namespace phusong::test

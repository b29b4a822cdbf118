#pragma once
#include "geo/random.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <array>
#include <cmath>

namespace phusong::test {

/// Seeded mountains: 24 waves in random directions, the shorter the lower, with nothing symmetric about them. One
/// commune holds every cell.
inline World mountains(int rows, int cols, double cell_m, std::uint64_t seed, double relief_m = 900) {
    World world;
    world.grid = {.west_m = 412000, .north_m = 2547000, .cell_m = cell_m, .rows = rows, .cols = cols};
    world.terrain_m = geo::Raster(world.grid, 0);
    world.commune_of_cell = geo::Array2D<std::int32_t>::Zero(rows, cols);
    world.communes.resize(1);
    auto const draw = [seed](std::uint32_t wave, std::uint32_t n) { return geo::uniform({seed, 77, wave, n}); };
    for (std::uint32_t w = 0; w < 24; ++w) {
        double const length_m = 14000 * std::pow(0.86, w), turn = 2 * M_PI;
        double const kx = turn / length_m * std::cos(turn * draw(w, 0)),
                     ky = turn / length_m * std::sin(turn * draw(w, 1));
        double const height_m = relief_m * 0.3 * std::pow(length_m / 14000, 0.9), phase = turn * draw(w, 2);
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < cols; ++c)
                world.terrain_m.values(r, c) +=
                    static_cast<float>(height_m * (1 + std::sin(kx * c * cell_m + ky * r * cell_m + phase)));
    }
    return world;
}

/// Budgets near those of the province, all numbers different.
inline Radio ordinary_radio() {
    Radio radio;
    radio.margin_db = 9;
    radio.budget = {LinkBudget{947, 55.5, -95, 12}, LinkBudget{2140, 48, -100, 11}, LinkBudget{1850, 31.5, -105, 12.5},
                    LinkBudget{2593, 38, -110, 6}};
    return radio;
}

} // namespace phusong::test

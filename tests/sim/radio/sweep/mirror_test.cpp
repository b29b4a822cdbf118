#include "tests/sim/radio/sweep/scene.h"
#include <functional>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::link;
using test::Scene;

/// Where a cell of a square scene lies in its mirror image; a point likewise, in cells from the north-western corner.
struct Mirror {
    char const* name;
    std::function<RasterSpot(RasterSpot, double side)> to;
};

Scene mirrored(Scene const& scene, Mirror const& mirror) {
    Scene out = scene;
    auto const& grid = scene.terrain.grid;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.cols; ++c) {
            auto const to = mirror.to({c + 0.5, r + 0.5}, grid.cols);
            auto const row = static_cast<int>(to.row), col = static_cast<int>(to.col);
            out.terrain.values(row, col) = scene.terrain.values(r, c);
            out.clutter.values(row, col) = scene.clutter.values(r, c);
            out.zone[grid.index(row, col)] = scene.zone[grid.index(r, c)];
        }
    auto const at =
        mirror.to({(scene.xy.x_m - grid.west_m) / grid.cell_m, (grid.north_m - scene.xy.y_m) / grid.cell_m}, grid.cols);
    out.xy = {grid.west_m + at.col * grid.cell_m, grid.north_m - at.row * grid.cell_m};
    return out;
}

/// Cells, and those whose loss is more than 0.01 dB off in the mirror image.
struct Asymmetry {
    std::size_t cells = 0, over = 0;
    int most_centi_db = 0;
};
Asymmetry asymmetry(Scene const& scene, Mirror const& mirror, P1812Link const& l, bool clutter) {
    auto const map = sweep_scene(scene, l, clutter)[0], image = sweep_scene(mirrored(scene, mirror), l, clutter)[0];
    Asymmetry out;
    for (int row = map.first_row; row < map.first_row + map.rows; ++row)
        for (int col = map.first_col; col < map.first_col + map.cols; ++col) {
            auto const to = mirror.to({col + 0.5, row + 0.5}, scene.terrain.grid.cols);
            auto const a = map.at(row, col), b = image.at(static_cast<int>(to.row), static_cast<int>(to.col));
            EXPECT_EQ(a >= PathLoss::no_terrain, b >= PathLoss::no_terrain) << row << ' ' << col;
            if (a >= PathLoss::no_terrain) continue;
            int const off = std::abs(a - b);
            ++out.cells;
            out.most_centi_db = std::max(out.most_centi_db, off);
            if (off <= 1) continue;
            ++out.over;
            std::printf("  %s: cell %d %d is %.2f dB, its image %.2f dB\n", mirror.name, row, col, a / 100.0,
                        b / 100.0);
        }
    return out;
}

TEST(Sweep, GivesMirroredMapsOfMirroredLand) {
    std::array<Mirror, 3> const mirrors{{{"north for south",
                                          [](RasterSpot p, double side) {
                                              return RasterSpot{p.col, side - p.row};
                                          }},
                                         {"east for west",
                                          [](RasterSpot p, double side) {
                                              return RasterSpot{side - p.col, p.row};
                                          }},
                                         {"rows for columns", [](RasterSpot p, double) {
                                              return RasterSpot{p.row, p.col};
                                          }}}};
    Scene scene;
    for (bool coast : {false, true})
        for (double percent : {1., 50.})
            for (auto const& mirror : mirrors) {
                scene.coast = coast;
                auto const [cells, over, most] = asymmetry(scene, mirror, link(1.8, percent), true);
                std::printf("%s, p = %g %%, coast %d: %zu cells, %zu over 0.01 dB, at most %.2f dB\n", mirror.name,
                            percent, coast, cells, over, most / 100.0);
                EXPECT_GT(cells, 40'000U);
                EXPECT_LE(over, cells / 1000);
            }
}

} // namespace
} // namespace phusong

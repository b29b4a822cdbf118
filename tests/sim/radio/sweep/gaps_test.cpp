#include "tests/sim/radio/sweep/scene.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::link;
using test::Scene;

/// A hole of 3 × 3 cells; samples up to two cells from its middle lack one of the heights between which they lie.
constexpr int hole_row = 96, hole_col = 151;

enum class Side : unsigned char { beside, near, behind };

/// Where a cell lies as seen past the hole. Its ray passes up to half a cell from it, its last points up to one.
Side side(Scene const& scene, int row, int col) {
    auto const& grid = scene.terrain.grid;
    double const x0 = (scene.xy.x_m - grid.west_m) / grid.cell_m - 0.5,
                 y0 = (grid.north_m - scene.xy.y_m) / grid.cell_m - 0.5;
    double const dx = col - x0, dy = row - y0, d = std::hypot(dx, dy);
    double const along = ((hole_col - x0) * dx + (hole_row - y0) * dy) / d;
    double const aside = std::abs((hole_col - x0) * dy - (hole_row - y0) * dx) / d;
    if (along > 0 && d > along + 3 && aside < 1) return Side::behind;
    return d < along - 4 || along < 0 || aside > 4 ? Side::beside : Side::near;
}

TEST(SweepGaps, HideWhatLiesBehindThemAndNothingElse) {
    Scene const whole;
    Scene holed;
    for (int r = hole_row - 1; r <= hole_row + 1; ++r)
        for (int c = hole_col - 1; c <= hole_col + 1; ++c) holed.terrain.values(r, c) = geo::no_data;
    for (bool clutter : {false, true})
        for (double p : {1., 50.}) {
            auto const before = sweep_scene(whole, link(0.9, p), clutter)[0],
                       after = sweep_scene(holed, link(0.9, p), clutter)[0];
            std::size_t hidden = 0, behind = 0;
            for (int row = after.first_row; row < after.first_row + after.rows; ++row)
                for (int col = after.first_col; col < after.first_col + after.cols; ++col) {
                    auto const a = before.at(row, col), b = after.at(row, col);
                    if (a == PathLoss::none) continue;
                    auto const where = side(holed, row, col);
                    EXPECT_TRUE(b == a || (b == PathLoss::no_terrain && where != Side::beside)) << row << ' ' << col;
                    if (where == Side::behind) {
                        EXPECT_EQ(b, PathLoss::no_terrain) << row << ' ' << col;
                    }
                    hidden += b == PathLoss::no_terrain && a != b ? 1 : 0;
                    behind += where == Side::behind ? 1 : 0;
                }
            std::printf("%zu cells are hidden, %zu of them right behind the hole\n", hidden, behind);
            EXPECT_GT(behind, 200U);
            EXPECT_LT(hidden, 5 * behind);
        }
}

TEST(SweepGaps, UnderTheAntennaLeaveNothingKnown) {
    Scene scene;
    scene.terrain.values(133, 121) = geo::no_data;
    auto const map = sweep_scene(scene, link(0.9, 50), false)[0];
    EXPECT_EQ(std::ranges::count_if(map.centi_db, [](auto x) { return x < PathLoss::no_terrain; }), 0);
    EXPECT_GT(std::ranges::count(map.centi_db, PathLoss::no_terrain), 40'000);
}

TEST(SweepGaps, OfOneCellHideThatCell) {
    Scene scene;
    scene.terrain.values(60, 60) = geo::no_data;
    EXPECT_EQ(sweep_scene(scene, link(0.9, 50), false)[0].at(60, 60), PathLoss::no_terrain);
    EXPECT_LT(sweep_scene(Scene(), link(0.9, 50), false)[0].at(60, 60), PathLoss::no_terrain);
}

} // namespace
} // namespace phusong

#include "geo/profile.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong::geo {
namespace {

Raster slope() { // height = 3 x + 7 y: bilinear interpolation is exact on it
    Raster out(Grid{.west_m = 2'000, .north_m = 9'000, .cell_m = 25, .rows = 40, .cols = 30});
    for (int r = 0; r < 40; ++r)
        for (int c = 0; c < 30; ++c) {
            XY const p = out.grid.centre(r, c);
            out.values(r, c) = static_cast<float>(3 * p.x_m + 7 * p.y_m);
        }
    return out;
}

TEST(Profile, FollowsASlopeExactlyFromEndToEnd) {
    XY const a{2'031, 8'913}, b{2'431, 8'213};
    auto const out = profile(slope(), a, b, 23);
    ASSERT_EQ(out.height_m.size(), 36U); // 806.2 m / 23 m = 35.05 steps
    EXPECT_NEAR(out.step_m, distance_m(a, b) / 35, 1e-9);
    for (std::size_t i = 0; i < 36; ++i) {
        double const t = static_cast<double>(i) / 35;
        EXPECT_NEAR(out.height_m[i], 3 * (a.x_m + t * (b.x_m - a.x_m)) + 7 * (a.y_m + t * (b.y_m - a.y_m)), 0.02);
    }
}

TEST(Profile, IsTheSameBackwards) {
    XY const a{2'031, 8'913}, b{2'431, 8'213};
    auto const there = profile(slope(), a, b, 17);
    auto back = profile(slope(), b, a, 17);
    std::reverse(back.height_m.begin(), back.height_m.end());
    EXPECT_EQ(there.height_m, back.height_m);
}

TEST(Profile, HasTwoSamplesEvenWhenBothEndsAreOnePlace) {
    auto const out = profile(slope(), {2'300, 8'500}, {2'300, 8'500}, 40);
    EXPECT_EQ(out.height_m.size(), 2U);
    EXPECT_EQ(out.step_m, 0);
}

TEST(Profile, IsNotANumberWhereThereIsNoTerrain) {
    auto terrain = slope();
    terrain.values(20, 15) = no_data;
    auto const out = profile(terrain, {2'020, 8'487}, {2'720, 8'487}, 25);
    auto const holes = std::count_if(out.height_m.begin(), out.height_m.end(), [](float h) { return std::isnan(h); });
    EXPECT_EQ(holes, 2);
    EXPECT_TRUE(std::isnan(profile(terrain, {1'500, 8'487}, {2'100, 8'487}, 25).height_m.front()));
}

} // namespace
} // namespace phusong::geo

#include "geo/raster.h"
#include <gtest/gtest.h>

namespace phusong::geo {
namespace {

/// Rises 12 m per cell to the east and 35 m per cell to the north: 37 m (12² + 35² = 37²) per cell of 50 m.
Raster plane() {
    Raster height_m(Grid{.west_m = 3'000, .north_m = 8'000, .cell_m = 50, .rows = 4, .cols = 5});
    for (int row = 0; row < 4; ++row)
        for (int col = 0; col < 5; ++col) height_m.values(row, col) = static_cast<float>(700 + 12 * col - 35 * row);
    return height_m;
}

TEST(Slope, IsTheSteepestRiseInAnyDirectionAlsoAtTheEdge) {
    auto const height_m = plane();
    for (int row = 0; row < 4; ++row)
        for (int col = 0; col < 5; ++col) EXPECT_NEAR(slope(height_m, row, col), 0.74, 1e-6) << row << ' ' << col;
}

TEST(Slope, IsUnknownBesideMissingTerrainOnly) {
    auto height_m = plane();
    height_m.values(1, 3) = no_data;
    EXPECT_TRUE(std::isnan(slope(height_m, 1, 2)));
    EXPECT_TRUE(std::isnan(slope(height_m, 2, 3)));
    EXPECT_NEAR(slope(height_m, 2, 2), 0.74, 1e-6);
}

TEST(Slope, OfASingleCellIsNothing) {
    EXPECT_EQ(slope(Raster(Grid{.west_m = 0, .north_m = 0, .cell_m = 50, .rows = 1, .cols = 1}, 431), 0, 0), 0);
}

} // namespace
} // namespace phusong::geo

#include "sim/radio/servers/technology_class.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(TechnologyClass, IsTheNewestThatMeetsItsThreshold) {
    geo::Grid const grid{.west_m = 0, .north_m = 0, .cell_m = 90, .rows = 1, .cols = 5};
    geo::Raster g2(grid), g4(grid), g5(grid);
    g2.values << -80, -80, -97, geo::no_data, -94;
    g4.values << -104, -107, -120, -90, -105;
    g5.values << geo::no_data, -90, -130, -125, -111;
    auto const found = technology_class({{{&g2, -95}, {nullptr, -100}, {&g4, -105}, {&g5, -110}}});
    std::vector<int> const wanted{4, 5, 0, 4, 4};
    for (int col = 0; col < 5; ++col) EXPECT_EQ(found(0, col), wanted[static_cast<std::size_t>(col)]) << col;
}

} // namespace
} // namespace phusong

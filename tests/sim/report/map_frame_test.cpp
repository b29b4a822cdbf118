#include "sim/report/map_frame.h"
#include <gtest/gtest.h>

namespace phusong::report {
namespace {

geo::MultiPolygon const block{{{{4000, 7000}, {10000, 7000}, {10000, 9000}, {4000, 9000}}, {}}};

TEST(MapFrame, HoldsEveryShapeWithAMarginAndLooksNorthUp) {
    auto const frame = frame_around({block});
    EXPECT_GT(frame.x(4000), 0);
    EXPECT_LT(frame.x(10000), frame.width());
    EXPECT_LT(frame.y(9000), frame.y(7000));
    EXPECT_LE(std::max(frame.width(), frame.height()), map_side + 1);
    EXPECT_NEAR(static_cast<double>(frame.width()) / frame.height(), 6200.0 / 2200, 0.01);
}

TEST(PathOf, WalksByStepsAndLeavesOutCornersThatFallTogether) {
    MapFrame const frame{{0, 0, 1000, 1000}, 10};
    geo::Polyline const line{{0, 1000}, {32, 1000}, {33, 1001}, {70, 930}};
    EXPECT_EQ(path_of(line, frame), "M0 0l3 0 4 7");
    EXPECT_EQ(path_of(geo::MultiPolygon{{{{0, 1000}, {50, 1000}, {50, 960}}, {}}}, frame), "M0 0l5 0 0 4z");
    EXPECT_EQ(path_of(geo::Polyline{}, frame), "");
}

} // namespace
} // namespace phusong::report

#include "geo/polygon.h"
#include <gtest/gtest.h>

namespace phusong::geo {
namespace {

TEST(FootOnSegment, IsWhereThePerpendicularMeetsIt) {
    auto const foot = foot_on_segment({40, 90}, {0, 0}, {120, 160}); // 3 : 4 : 5, the segment is 200 long
    EXPECT_NEAR(foot.share, 0.48, 1e-12);                            // (40 · 120 + 90 · 160) / 200²
    EXPECT_NEAR(foot.xy.x_m, 57.6, 1e-9);
    EXPECT_NEAR(foot.xy.y_m, 76.8, 1e-9);
    EXPECT_NEAR(foot.distance_m, 22, 1e-9);
}

TEST(FootOnSegment, IsAnEndForPlacesBeyondIt) {
    auto const before = foot_on_segment({-30, -40}, {0, 0}, {120, 160});
    EXPECT_EQ(before.xy, (XY{0, 0}));
    EXPECT_EQ(before.share, 0);
    EXPECT_NEAR(before.distance_m, 50, 1e-12);
    auto const after = foot_on_segment({132, 165}, {0, 0}, {120, 160});
    EXPECT_EQ(after.xy, (XY{120, 160}));
    EXPECT_EQ(after.share, 1);
    EXPECT_NEAR(after.distance_m, 13, 1e-12);
}

TEST(FootOnSegment, OfASegmentWithoutLengthIsItsOnlyPoint) {
    auto const foot = foot_on_segment({17, 28}, {5, 23}, {5, 23});
    EXPECT_EQ(foot.xy, (XY{5, 23}));
    EXPECT_EQ(foot.share, 0);
    EXPECT_NEAR(foot.distance_m, 13, 1e-12);
}

} // namespace
} // namespace phusong::geo

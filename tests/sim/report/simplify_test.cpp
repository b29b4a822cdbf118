#include "sim/report/simplify.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong::report {
namespace {

using geo::MultiPolygon, geo::Ring, geo::XY;

/// A jagged border from (0, 0) to (0, 9000), the same numbers whoever asks.
std::vector<XY> border() {
    std::vector<XY> line;
    for (int i = 0; i <= 90; ++i) line.push_back({i % 7 == 3 ? 400.0 : 13.0 * (i % 5), 100.0 * i});
    return line;
}

MultiPolygon west() {
    auto ring = border();
    ring.push_back({-5000, 9000});
    ring.push_back({-5000, 0});
    return {{ring, {}}};
}
MultiPolygon east() {
    auto ring = border();
    std::ranges::reverse(ring);
    ring.push_back({5000, 0});
    ring.push_back({5000, 9000});
    return {{ring, {}}};
}

TEST(Simplify, LeavesNoGapAndNoOverlapAtASharedBorder) {
    auto const thin = simplify({west(), east()}, 70);
    EXPECT_LT(thin[0][0].outer.size(), west()[0].outer.size());
    EXPECT_DOUBLE_EQ(geo::area_m2(thin[0]) + geo::area_m2(thin[1]), geo::area_m2(west()) + geo::area_m2(east()));
}

TEST(Simplify, MovesNoLineFartherThanItsTolerance) {
    double const tolerance_m = 70;
    auto const thin = simplify({west()}, tolerance_m)[0][0].outer;
    auto const original = west()[0].outer;
    for (auto const p : original) {
        double nearest_m = 1e9;
        for (std::size_t i = 0; i < thin.size(); ++i)
            nearest_m = std::min(nearest_m, geo::foot_on_segment(p, thin[i], thin[(i + 1) % thin.size()]).distance_m);
        EXPECT_LE(nearest_m, tolerance_m);
    }
}

TEST(Simplify, KeepsTinyRingsWhole) {
    MultiPolygon const tiny{{{{0, 0}, {3, 0}, {3, 3}, {1, 4}}, {}}};
    EXPECT_EQ(simplify({tiny}, 500)[0][0].outer.size(), 4U);
}

} // namespace
} // namespace phusong::report

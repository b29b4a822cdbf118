#include "geo/nearest.h"
#include "geo/random.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong::geo {
namespace {

std::vector<XY> scattered(std::uint32_t count, std::uint64_t seed) {
    std::vector<XY> out;
    for (std::uint32_t i = 0; i < count; ++i)
        out.push_back({uniform({seed, 1, i, 0}) * 7'000 + 480'000, uniform({seed, 2, i, 0}) * 3'000 + 2'540'000});
    return out;
}

std::vector<std::size_t> brute_force(std::vector<XY> const& points, XY p) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < points.size(); ++i) {
        double const dx = points[i].x_m - p.x_m, dy = points[i].y_m - p.y_m;
        order.emplace_back(dx * dx + dy * dy, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> out;
    for (auto const& [d, i] : order) out.push_back(i);
    return out;
}

TEST(NearestIndex, AgreesWithLookingAtEveryPointInsideAndFarOutside) {
    for (std::uint64_t seed = 3; seed < 9; ++seed) {
        auto const points = scattered(270, seed);
        NearestIndex const index(points);
        for (std::uint32_t k = 0; k < 40; ++k) {
            double const spread = k % 3 == 0 ? 40'000 : 8'000; // every third one lies outside the points
            XY const p{480'000 + spread * (uniform({seed, 5, k, 0}) - 0.3),
                       2'540'000 + spread * (uniform({seed, 6, k, 0}) - 0.3)};
            auto expected = brute_force(points, p);
            expected.resize(17);
            EXPECT_EQ(index.nearest(p, 17), expected);
        }
    }
}

TEST(NearestIndex, FindsExactlyThePointsWithinARadius) {
    auto const points = scattered(310, 21);
    NearestIndex const index(points);
    XY const p{483'100, 2'541'300};
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (distance_m(points[i], p) <= 730) expected.push_back(i);
    ASSERT_GT(expected.size(), 5U);
    EXPECT_EQ(index.within(p, 730), expected);
    EXPECT_TRUE(index.within(p, -3).empty());
}

TEST(NearestIndex, FindsPointsWithinARadiusSouthAndWestOfTheOrigin) {
    auto points = scattered(310, 21);
    for (auto& p : points) p = {p.x_m - 500'000, p.y_m - 2'550'000};
    NearestIndex const index(points);
    for (XY const p : {XY{-16'900, -8'700}, XY{-14'000, -7'300}}) {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < points.size(); ++i)
            if (distance_m(points[i], p) <= 730) expected.push_back(i);
        ASSERT_GT(expected.size(), 2U);
        EXPECT_EQ(index.within(p, 730), expected);
    }
}

TEST(NearestIndex, BreaksTiesByTheLowerIndex) {
    NearestIndex const index({{30, 0}, {0, 30}, {-30, 0}, {0, -30}, {0, 30}});
    EXPECT_EQ(index.nearest({0, 0}, 5), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(index.nearest({0, 29}, 2), (std::vector<std::size_t>{1, 4}));
}

TEST(NearestIndex, GivesWhatThereIsWhenFewPointsOrNoneExist) {
    EXPECT_TRUE(NearestIndex({}).nearest({4, 5}, 3).empty());
    EXPECT_TRUE(NearestIndex({}).within({4, 5}, 3).empty());
    EXPECT_EQ(NearestIndex({{7, 7}, {7, 7}}).nearest({900, -40}, 6).size(), 2U);
    std::vector<XY> line; // points on one line enclose no area
    for (int i = 0; i < 60; ++i) line.push_back({20.0 * i, 8});
    EXPECT_EQ(NearestIndex(line).nearest({611, 9}, 2), (std::vector<std::size_t>{31, 30}));
}

} // namespace
} // namespace phusong::geo

#include "geo/random.h"
#include "sim/adoption/quantile.h"
#include "sim/study/statistics.h"
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace phusong::study {
namespace {

TEST(Percentile, LiesBetweenNeighboursInProportion) {
    std::vector<double> const sorted{1, 2, 3, 4};
    EXPECT_DOUBLE_EQ(phusong::quantile(sorted, 0), 1);
    EXPECT_DOUBLE_EQ(phusong::quantile(sorted, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(phusong::quantile(sorted, 0.9), 3.7); // R: quantile(1:4, 0.9, type = 7)
    EXPECT_DOUBLE_EQ(phusong::quantile(sorted, 1), 4);
}

TEST(RankCorrelation, IsOneForAnyRisingCurveAndMinusOneForAFallingOne) {
    std::vector<double> const x{3, 1, 2, 5}, rising{27, 1, 8, 125}, falling{1 / 27.0, 1, 1 / 8.0, 1 / 125.0};
    EXPECT_DOUBLE_EQ(rank_correlation(x, rising), 1);
    EXPECT_DOUBLE_EQ(rank_correlation(x, falling), -1);
    EXPECT_TRUE(std::isnan(rank_correlation(x, std::vector<double>(4, 7.0))));
}

TEST(RankCorrelation, GivesTiesTheirMeanRank) { // by hand: ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3
    std::vector<double> const x{1, 2, 2, 3}, y{1, 2, 3, 4};
    EXPECT_NEAR(rank_correlation(x, y), 4.5 / std::sqrt(4.5 * 5), 1e-12);
}

/// Ishigami's function with a = 7, b = 0.1 on [−π, π]³ has the first-order indices 0.3139, 0.4424 and 0
/// (Saltelli et al. 2008, Global Sensitivity Analysis, section 4.4).
TEST(FirstOrderIndex, FindsThoseOfIshigamisFunction) {
    constexpr std::size_t n = 20000;
    std::array<std::vector<double>, 3> x;
    std::vector<double> y;
    for (std::uint32_t i = 0; i < n; ++i) {
        std::array<double, 3> v{};
        for (std::uint32_t k = 0; k < 3; ++k) {
            v[k] = (2 * geo::uniform({.seed = 5, .purpose = 900, .entity = k, .draw = i}) - 1) * std::numbers::pi;
            x[k].push_back(v[k]);
        }
        y.push_back(std::sin(v[0]) + 7 * std::pow(std::sin(v[1]), 2) + 0.1 * std::pow(v[2], 4) * std::sin(v[0]));
    }
    EXPECT_NEAR(first_order_index(x[0], y, 50), 0.3139, 0.015);
    EXPECT_NEAR(first_order_index(x[1], y, 50), 0.4424, 0.015);
    EXPECT_NEAR(first_order_index(x[2], y, 50), 0, 0.005);
}

TEST(FirstOrderIndex, IsUnknownWhenNothingChanges) {
    std::vector<double> x;
    for (int i = 0; i < 200; ++i) x.push_back((i * 37) % 200);
    EXPECT_TRUE(std::isnan(first_order_index(x, std::vector<double>(200, 0.9580419580419581), 20)));
}

TEST(FirstOrderIndex, IsOneWhenNothingElseCounts) {
    std::vector<double> x, y;
    for (int i = 0; i < 1000; ++i) {
        x.push_back((i * 37) % 1000);
        y.push_back(3 * x.back());
    }
    EXPECT_GT(first_order_index(x, y, 20), 0.995);
}

} // namespace
} // namespace phusong::study

#include "sim/radio/models/normal_quantile.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(NormalQuantile, AgreesWithPublishedPercentagePoints) {
    // Abramowitz and Stegun, Table 26.5 and 26.6; Wichura's AS 241 for the far tail.
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-13);
    EXPECT_NEAR(normal_quantile(0.9), 1.2815515655446004, 1e-13);
    EXPECT_NEAR(normal_quantile(0.25), -0.6744897501960817, 1e-13);
    EXPECT_NEAR(normal_quantile(0.001), -3.0902323061678132, 1e-13);
    EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 1e-12);
    EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
}

TEST(NormalQuantile, UndoesTheDistributionFunctionEverywhere) {
    for (double p = 3e-12; p < 0.5; p *= 1.37) {
        double const x = normal_quantile(p);
        EXPECT_NEAR(0.5 * std::erfc(-x / std::sqrt(2.0)) / p, 1, 1e-12) << p;
        double const upper = p > 1e-4 ? normal_quantile(1 - p) : -x; // 1 - p says nothing of smaller p
        EXPECT_NEAR(upper, -x, 1e-11) << p;
    }
}

TEST(NormalQuantile, KnowsNothingOutsideProbabilities) {
    for (double p : {-0.2, 0.0, 1.0, 7.0, static_cast<double>(NAN)}) EXPECT_TRUE(std::isnan(normal_quantile(p))) << p;
}

} // namespace
} // namespace phusong

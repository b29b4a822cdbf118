#include "sim/finance/finance.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

// Ten yearly payments at 3.5 %, the horizon and rate of the pysim5g cost model (Oughton et al. 2019). Every table of
// annuities gives 8.3166 for payments at the end of the year, so 8.3166 · 1.035 = 8.6077 for payments at its start.
TEST(PresentValue, DiscountsTenYearsOfOpexAtThreeAndAHalfPercent) {
    EXPECT_NEAR(annuity_due_factor(0.035, 10), 8.6077, 5e-5);
    std::vector<double> flow(10, 37.0);
    flow[0] += 250; // capex now is not discounted
    EXPECT_NEAR(present_value(flow, 0.035), 250 + 37 * 8.6077, 0.002);
}

TEST(PresentValue, FollowsTheClosedFormOfTheAnnuity) {
    for (double rate : {0.02, 0.09, 0.1, 0.15})
        for (int years : {2, 7, 12, 30})
            EXPECT_NEAR(annuity_due_factor(rate, years), (1 - std::pow(1 + rate, -years)) / rate * (1 + rate), 1e-9);
}

TEST(PresentValue, IsAPlainSumWithoutInterest) {
    EXPECT_EQ(annuity_due_factor(0, 13), 13);
    EXPECT_EQ(present_value(std::array{-5.0, 3.0, 4.0}, 0), 2);
}

TEST(PresentValue, OfOnePaymentFallsWithItsYear) {
    EXPECT_NEAR(present_value(std::array{0.0, 0.0, 121.0}, 0.1), 121 / (1.1 * 1.1), 1e-12);
    EXPECT_EQ(present_value({}, 0.1), 0);
}

} // namespace
} // namespace phusong

#include "sim/report/charts.h"
#include <gtest/gtest.h>

namespace phusong::report {
namespace {

TEST(AxisStep, IsOneTwoOrFiveTimesAPowerOfTen) {
    EXPECT_DOUBLE_EQ(axis_step(37, 4), 10);
    EXPECT_DOUBLE_EQ(axis_step(73, 4), 20);
    EXPECT_DOUBLE_EQ(axis_step(0.9, 4), 0.5);
    EXPECT_DOUBLE_EQ(axis_step(2000, 4), 500);
}

TEST(AxisStep, IsSomethingWhereThereIsNothing) {
    EXPECT_EQ(axis_step(0, 4), 1);
    EXPECT_EQ(axis_step(std::nan(""), 4), 1);
}

} // namespace
} // namespace phusong::report

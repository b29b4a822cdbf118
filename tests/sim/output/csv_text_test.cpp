#include "sim/output/csv_text.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace phusong {

TEST(Number, HasAPointAndNoTrailingZeros) {
    EXPECT_EQ(number(1234.5, 3), "1234.5");
    EXPECT_EQ(number(-84.26, 1), "-84.3");
    EXPECT_EQ(number(700, 2), "700");
    EXPECT_EQ(number(2.0e12, 0), "2000000000000");
    EXPECT_EQ(number(0.1 + 0.2, 6), "0.3");
}

TEST(Number, IsNeverMinusZeroAndNeverNan) {
    EXPECT_EQ(number(-0.0, 2), "0");
    EXPECT_EQ(number(-0.004, 2), "0");
    EXPECT_EQ(number(std::nan(""), 2), "");
    EXPECT_EQ(number(-std::numeric_limits<double>::infinity(), 2), "");
}

TEST(Rounded, HidesTheLastBitsThatDifferBetweenProcessors) {
    double const a = 67.75, b = std::nextafter(67.75, 99);
    EXPECT_NE(a, b);
    EXPECT_EQ(rounded(a, 4), rounded(b, 4));
}

TEST(CsvText, QuotesWhatWouldBreakARow) {
    CsvText csv({"code", "name"});
    csv.add({"00688", "Phố \"Cáo\", bản A\nB"});
    EXPECT_EQ(csv.text(), "code,name\n00688,\"Phố \"\"Cáo\"\", bản A\nB\"\n");
}

} // namespace phusong

#include "sim/study/record.h"
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace phusong::study {
namespace {

TEST(Record, ComesBackFromItsLineAsTheSameBits) {
    std::mt19937_64 random(3);
    for (int trial = 0; trial < 500; ++trial) {
        Record record{.run = random() % 100000};
        for (int i = 0; i < 20; ++i) record.values.push_back(std::ldexp(static_cast<double>(random()), -70));
        record.drawn = {1.0 / 3, -0.0, 1e300};
        record.villages_served = "0a9f";
        record.on_air = "1 2 3 4 0;-";
        record.communes = "73.3 0.5";
        auto const back = record_of(line_of(record));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->run, record.run);
        EXPECT_EQ(back->values, record.values);
        EXPECT_EQ(back->drawn, record.drawn);
        EXPECT_EQ(back->villages_served, record.villages_served);
        EXPECT_EQ(back->on_air, record.on_air);
        EXPECT_EQ(back->communes, record.communes);
    }
}

TEST(Record, KeepsWhatIsUnknownUnknown) {
    Record record{.run = 1};
    record.values = {1, std::nan(""), 3};
    auto const back = record_of(line_of(record));
    ASSERT_TRUE(back);
    EXPECT_TRUE(std::isnan(back->values.at(1)));
    EXPECT_EQ(back->values.at(2), 3);
}

TEST(Record, TellsWhyARunFailedWithoutBreakingItsLine) {
    Record const record{.run = 7, .failed = true, .why_vi = "lỗi\ta\nb", .why_en = "broken\r\nhere"};
    auto const line = line_of(record);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    auto const back = record_of(line);
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->failed);
    EXPECT_EQ(back->why_vi, "lỗi a b");
}

TEST(Record, IsNoneOfATornLine) {
    EXPECT_FALSE(record_of(""));
    EXPECT_FALSE(record_of("7\tdone\t\t\t1 2\t3 x\tff\t-\t"));
    EXPECT_FALSE(record_of("7\tdone\t\t\t1 2\t3\tff"));
}

TEST(Bits, AreFourToADigit) {
    std::vector<bool> const bits{true, false, false, true, false, true};
    auto const hex = as_hex(bits);
    EXPECT_EQ(hex, "92");
    for (std::size_t i = 0; i < bits.size(); ++i) EXPECT_EQ(bit_of(hex, i), bits[i]) << i;
    EXPECT_FALSE(bit_of(hex, 400));
}

} // namespace
} // namespace phusong::study

#include "geo/random.h"
#include <Random123/philox.h>
#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace phusong::geo {
namespace {

// Random123 1.14, tests/kat_vectors, the three "philox4x32 10" rows.
TEST(Philox, GivesThePublishedAnswers) {
    using P = r123::Philox4x32;
    EXPECT_EQ(P{}(P::ctr_type{{0, 0, 0, 0}}, P::key_type{{0, 0}}),
              (P::ctr_type{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}));
    EXPECT_EQ(P{}(P::ctr_type{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}}, P::key_type{{0xffffffff, 0xffffffff}}),
              (P::ctr_type{{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}));
    EXPECT_EQ(P{}(P::ctr_type{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, P::key_type{{0xa4093822, 0x299f31d0}}),
              (P::ctr_type{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}));
}

TEST(Uniform, IsTheTop52BitsOfThePublishedAnswer) {
    EXPECT_EQ(uniform({0, 0, 0, 0}), (static_cast<double>(0x6627e8d5e169cULL) + 0.5) / 4503599627370496.0);
}

TEST(Uniform, DependsOnEveryPartOfTheKey) {
    std::set<double> const seen{uniform({5, 6, 7, 8}),  uniform({9, 6, 7, 8}),  uniform({5 + (9ULL << 32U), 6, 7, 8}),
                                uniform({5, 11, 7, 8}), uniform({5, 6, 12, 8}), uniform({5, 6, 7, 13})};
    EXPECT_EQ(seen.size(), 6U);
    EXPECT_EQ(uniform({5, 6, 7, 8}), uniform({5, 6, 7, 8}));
}

TEST(Normal, HasTheMomentsOfAStandardNormal) {
    double sum = 0, squares = 0, fourth = 0;
    constexpr int n = 40'000;
    for (std::uint32_t i = 0; i < n; ++i) {
        double const x = normal({42, 3, i, 0});
        sum += x;
        squares += x * x;
        fourth += x * x * x * x;
    }
    EXPECT_NEAR(sum / n, 0, 4 / std::sqrt(n));
    EXPECT_NEAR(squares / n, 1, 4 * std::sqrt(2.0 / n));
    EXPECT_NEAR(fourth / n, 3, 4 * std::sqrt(96.0 / n));
}

// Quantiles to 16 digits: NIST/SEMATECH handbook 1.3.6.7.1 (rounded there) and Wichura 1988, Algorithm AS 241, test
// values.
TEST(InverseNormal, GivesPublishedQuantiles) {
    EXPECT_NEAR(inverse_normal(0.25), -0.6744897501960817, 1e-15);
    EXPECT_NEAR(inverse_normal(0.001), -3.090232306167814, 4e-15);
    EXPECT_NEAR(inverse_normal(1e-20), -9.262340089798408, 1e-14);
    EXPECT_NEAR(inverse_normal(0.975), 1.959963984540054, 2e-15);
    EXPECT_EQ(inverse_normal(0.5), 0);
}

TEST(InverseNormal, IsOddAndUndoesTheDistributionFunction) {
    for (std::uint32_t i = 0; i < 500; ++i) {
        double const p = uniform({17, 4, i, 0}) / 2, x = inverse_normal(p);
        EXPECT_NEAR(0.5 * std::erfc(-x / std::sqrt(2.0)) / p, 1, 1e-14);
        EXPECT_NEAR(inverse_normal(1 - p), -x, 1e-9);
    }
}

TEST(InverseNormal, GivesInfinitiesAtTheEndsAndNothingBeyond) {
    EXPECT_EQ(inverse_normal(0), -INFINITY);
    EXPECT_EQ(inverse_normal(1), INFINITY);
    EXPECT_TRUE(std::isnan(inverse_normal(-0.2)) && std::isnan(inverse_normal(1.3)) && std::isnan(inverse_normal(NAN)));
}

} // namespace
} // namespace phusong::geo

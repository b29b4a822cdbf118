#include "geo/random.h"
#include "sim/output/whole_parts.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace phusong {
namespace {

using Whole = std::vector<std::int64_t>;

TEST(WholeParts, GiveTheRestToThosePartsThatLostMost) {
    EXPECT_EQ(whole_parts({17.6, 3.3, 8.7, 2.4}), (Whole{18, 3, 9, 2}));
    EXPECT_EQ(whole_parts({5.4, 7.4, 6.4}), (Whole{5, 8, 6})); // 19.2: one back, to the largest of equals
    EXPECT_EQ(whole_parts({23, 0, 41}), (Whole{23, 0, 41}));
    EXPECT_EQ(whole_parts({}), Whole{});
}

TEST(WholeParts, PassNoLimitAndStillAddUp) {
    EXPECT_EQ(whole_parts({10.9, 10.3, 10.3}, {11, 10, 11}), (Whole{11, 10, 11})); // 31.5
    EXPECT_EQ(whole_parts({10.9, 5.2, 3.5}, {10, 7, 3}), (Whole{10, 7, 3}));       // 19.6: the limits hold all of 20
}

TEST(WholeParts, OfAThousandRandomTablesAddUpWithinOneOfEachPart) {
    for (std::uint32_t table = 0; table < 1000; ++table) {
        std::vector<double> people, with_signal;
        for (std::uint32_t c = 0; c < 2 + table % 29; ++c) {
            double const part = geo::uniform({.seed = table, .entity = c, .draw = 0});
            people.push_back(4000 * part * part);
            double const served = geo::uniform({.seed = table, .entity = c, .draw = 1});
            with_signal.push_back(people.back() * (served > 0.5 ? 1 : served));
        }
        auto const all = whole_parts(people), served = whole_parts(with_signal, all);
        auto const sum = [](auto const& parts, auto zero) { return std::accumulate(parts.begin(), parts.end(), zero); };
        EXPECT_EQ(sum(all, std::int64_t{0}), std::llround(sum(people, 0.0)));
        EXPECT_EQ(sum(served, std::int64_t{0}), std::llround(sum(with_signal, 0.0)));
        for (std::size_t c = 0; c < all.size(); ++c) {
            EXPECT_LT(std::abs(static_cast<double>(all[c]) - people[c]), 1); // never two off
            EXPECT_LE(served[c], all[c]);
        }
    }
}

} // namespace
} // namespace phusong

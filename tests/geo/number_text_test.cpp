#include "geo/number_text.h"
#include <gtest/gtest.h>
#include <limits>

namespace phusong::geo {
namespace {

TEST(NumberText, groups_by_three_with_the_marks_of_the_language) {
    EXPECT_EQ(number_text(1234567.85, 1, Language::vi), "1.234.567,9");
    EXPECT_EQ(number_text(1234567.85, 1, Language::en), "1,234,567.9");
    EXPECT_EQ(number_text(987.0, 0, Language::vi), "987");
    EXPECT_EQ(number_text(-4321.25, 2, Language::vi), "−4.321,25");
    EXPECT_EQ(number_text(0.0625, 4, Language::en), "0.0625");
}

TEST(NumberText, writes_whole_numbers_exactly) {
    EXPECT_EQ(number_text(std::int64_t{9007199254740993}, Language::vi), "9.007.199.254.740.993");
    EXPECT_EQ(number_text(std::numeric_limits<std::int64_t>::min(), Language::en), "−9,223,372,036,854,775,808");
}

TEST(NumberText, has_no_sign_on_what_was_rounded_to_nothing) {
    EXPECT_EQ(number_text(-0.004, 2, Language::vi), "0,00");
    EXPECT_EQ(number_text(-0.0, 0, Language::en), "0");
}

TEST(NumberText, shows_a_dash_for_what_is_not_known) {
    EXPECT_EQ(number_text(std::numeric_limits<double>::quiet_NaN(), 1, Language::vi), "–");
    EXPECT_EQ(number_text(std::numeric_limits<double>::infinity(), 1, Language::en), "–");
    EXPECT_EQ(percent_text(std::numeric_limits<double>::quiet_NaN(), 1, Language::vi), "–");
}

TEST(NumberText, writes_shares_as_percent) {
    EXPECT_EQ(percent_text(0.1234, 1, Language::vi), "12,3\u00a0%");
    EXPECT_EQ(percent_text(0.1234, 1, Language::en), "12.3%");
}

TEST(Counted, KnowsOneFromMany) {
    EXPECT_EQ(counted(1, "option", "options"), "1 option");
    EXPECT_EQ(counted(0, "option", "options"), "0 options");
    EXPECT_EQ(counted(2345, "option", "options"), "2,345 options");
}

TEST(WithNumbers, WritesEveryNumberAsItsLanguageDoes) {
    auto const said =
        with_numbers([](auto number) { return say("{} trên {}", "{} of {}", number(1234), number(5678.5, 1)); });
    EXPECT_EQ(said.vi, "1.234 trên 5.678,5");
    EXPECT_EQ(said.en, "1,234 of 5,678.5");
}

} // namespace
} // namespace phusong::geo

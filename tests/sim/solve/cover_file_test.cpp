#include "geo/problem.h"
#include "sim/solve/cover/cover_file.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string complaint(std::string_view text) {
    try {
        (void)read_cover_file(text, "cover.txt");
    } catch (geo::InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(CoverFile, ReadsSetCoveringByRowsWithColumnsFromOne) {
    auto const file = read_cover_file(" 2 3 \n 7 5\n 4 \n 2 \n 1 3 \n 1 \n 2 \n", "cover.txt");
    EXPECT_FALSE(file.maximal);
    EXPECT_THAT(file.costs, ElementsAre(7, 5, 4));
    EXPECT_THAT(file.columns_of_row.of(0), ElementsAre(0, 2));
    EXPECT_THAT(file.columns_of_row.of(1), ElementsAre(1));
}

TEST(CoverFile, ReadsSetCoveringByColumnsAsTheRailFilesHaveIt) {
    auto const file = read_cover_file("3 2\n2 2 1 3\n5 2 2 3\n", "rail.txt");
    EXPECT_FALSE(file.maximal);
    EXPECT_THAT(file.costs, ElementsAre(2, 5));
    EXPECT_THAT(file.columns_of_row.of(2), ElementsAre(0, 1));
}

TEST(CoverFile, ReadsMaximalCoveringWithSitesFromZero) {
    auto const file = read_cover_file("  3 2 1\n  12.5 9\n4 2 0 1\n7 0\n6 1 1\n", "mclp.txt");
    EXPECT_TRUE(file.maximal);
    EXPECT_EQ(file.sites, 1);
    EXPECT_EQ(file.cost_digits, 1);
    EXPECT_THAT(file.costs, ElementsAre(125, 90));
    EXPECT_THAT(file.weights, ElementsAre(4, 7, 6));
    EXPECT_THAT(file.columns_of_row.of(0), ElementsAre(0, 1));
    EXPECT_THAT(file.columns_of_row.of(1), ElementsAre());
}

TEST(CoverFile, FindsMaximalCoveringAlsoWhenAllNumbersStandInOneLine) {
    EXPECT_TRUE(read_cover_file("3 2 1 12 9 4 2 0 1 7 0 6 1 1", "mclp.txt").maximal);
}

TEST(CoverFile, SaysWhichRowNoColumnCovers) {
    EXPECT_THAT(complaint("2 2\n3 4\n2\n1 2\n0\n"), HasSubstr("cover.txt:5: no column covers row 2"));
}

TEST(CoverFile, SaysInWhichLineItEndsTooEarly) { EXPECT_THAT(complaint("2 2\n3 4\n2\n1"), HasSubstr("cover.txt:4: ")); }

} // namespace
} // namespace phusong::solve

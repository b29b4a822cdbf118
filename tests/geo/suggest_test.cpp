#include "geo/suggest.h"
#include <gtest/gtest.h>
#include <vector>

namespace phusong::geo {
namespace {

TEST(Suggest, CountsSlipsOfTheFinger) {
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
    EXPECT_EQ(edit_distance("freq_mzh", "freq_mhz"), 1);
    EXPECT_EQ(edit_distance("", "abc"), 3);
    EXPECT_EQ(edit_distance("budget", "budget"), 0);
}

TEST(Suggest, SaysNothingWhenNothingIsNear) {
    std::vector<std::string> const names{"low_budget", "shared_sites"};
    EXPECT_EQ(nearest_name("shared_site", names), "shared_sites");
    EXPECT_EQ(nearest_name("xyz", names), std::nullopt);
    EXPECT_EQ(nearest_name(std::string(5000, 'a'), names), std::nullopt);
}

TEST(Suggest, FindsColumnsInSpiteOfSwapsCapitalsAndStrayLetters) {
    std::vector<std::string> const names{"code", "people", "households", "lon", "lat"};
    EXPECT_EQ(nearest_name("poeple", names), "people");
    EXPECT_EQ(nearest_name("House_holds", names), "households");
    EXPECT_EQ(nearest_name("lont", names), "lon");
    EXPECT_EQ(nearest_name("terrain", names), std::nullopt);
}

} // namespace
} // namespace phusong::geo

#include "sim/report/pictures.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong::report {
namespace {

World const world = test::draw({"....", "...~"}, 500);

Radio radio() {
    Radio r;
    for (auto& budget : r.budget) budget.threshold_dbm = -100;
    return r;
}

/// 2G good in the first column, 4G weak in the second and good in the third; nothing in the fourth.
SignalMaps maps() {
    auto m = no_signal(world);
    for (int row = 0; row < 2; ++row) {
        m.best_dbm[index(Technology::g2)].values(row, 0) = -91;
        m.best_dbm[index(Technology::g4)].values(row, 1) = -107;
        m.best_dbm[index(Technology::g4)].values(row, 2) = -100;
    }
    return m;
}

std::uint8_t number(Offer offer) { return static_cast<std::uint8_t>(offer); }

TEST(Pictures, ShowTheBestOfAllTechnologiesAndEachAlone) {
    CoveragePictures pictures;
    take_pictures(pictures, 2020, 6, maps(), world, radio());
    ASSERT_EQ(pictures.list.size(), 3U); // any, 2G, 4G: nobody sends the others
    EXPECT_EQ(
        pictures.list[0].picture.pixel,
        (std::vector{number(Offer::good), number(Offer::weak), number(Offer::broadband), number(Offer::none),
                     number(Offer::good), number(Offer::weak), number(Offer::broadband), number(Offer::outside)}));
    EXPECT_EQ(pictures.list[2].technology, Technology::g4);
    EXPECT_EQ(pictures.list[2].picture.pixel[0], number(Offer::none));
    EXPECT_EQ(pictures.list[0].picture.palette[0][3], 0); // outside is clear
}

TEST(Pictures, CoverTheGroundOfTheMap) {
    CoveragePictures pictures;
    take_pictures(pictures, 2020, 6, maps(), world, radio());
    EXPECT_DOUBLE_EQ(pictures.box.east_m - pictures.box.west_m, 2000);
    EXPECT_DOUBLE_EQ(pictures.box.north_m - pictures.box.south_m, 1000);
    EXPECT_DOUBLE_EQ(pictures.box.north_m, world.grid.north_m);
}

TEST(Pictures, StaySmallHoweverLargeTheMapAndManyTheYears) {
    World large;
    large.grid = {0, 0, 90, 2300, 2100};
    large.commune_of_cell = geo::Array2D<std::int32_t>::Constant(2300, 2100, 0);
    CoveragePictures pictures;
    take_pictures(pictures, 2020, 31, no_signal(large), large, radio());
    auto const& picture = pictures.list.front().picture;
    EXPECT_LE(picture.rows * picture.cols * 31 * 5, 9'500'000);
    EXPECT_GT(picture.rows, 100);
}

} // namespace
} // namespace phusong::report

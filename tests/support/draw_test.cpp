#include "tests/support/draw.h"
#include <gtest/gtest.h>
#include <stdexcept>

namespace phusong {
namespace {

TEST(Draw, PutsTowersVillagesAndHolesWhereTheyAreDrawn) {
    auto const world = test::draw({"T.3~", //
                                   "..V~"},
                                  /*cell_m=*/500);
    EXPECT_EQ(world.grid.rows, 2);
    EXPECT_EQ(world.grid.cols, 4);
    ASSERT_EQ(world.sites.size(), 1U);
    EXPECT_EQ(world.grid.cell_at(world.sites[0].xy), world.grid.index(0, 0));
    ASSERT_EQ(world.villages.size(), 1U);
    EXPECT_EQ(world.people.at(0).cell, world.grid.index(1, 2));
    EXPECT_FLOAT_EQ(world.terrain_m.values(0, 2), 210 + 3 * 130);
    EXPECT_TRUE(std::isnan(world.terrain_m.values(1, 3)));
    EXPECT_NEAR(world.communes.at(0).area_km2, 6 * 0.25, 1e-12);
    EXPECT_NEAR(geo::area_m2(world.communes.at(0).boundary), 6 * 250'000.0, 1e-3);
}

TEST(Draw, JoinsRoadCellsToTheirNeighboursAndCountsSeparatePieces) {
    auto const world = test::draw({"S==V.", //
                                   "...=.", //
                                   "=...."},
                                  270);
    EXPECT_EQ(world.roads.nodes.size(), 6U);
    EXPECT_EQ(world.roads.edges.size(), 4U);
    EXPECT_EQ(world.roads.components, 2);
}

TEST(Draw, GivesEachLetterItsCommuneAndItsPeople) {
    auto const world = test::draw({.rows = {"V.S", "V.."}, .cell_m = 300, .communes = {"AAB", "ABB"}});
    ASSERT_EQ(world.communes.size(), 2U);
    EXPECT_EQ(world.communes[0].people, 140 + 177);
    EXPECT_EQ(world.communes[1].people, 0);
    EXPECT_EQ(world.communes[1].seat, world.grid.centre(0, 2));
    EXPECT_EQ(world.commune_of_cell(1, 1), 1);
}

TEST(Draw, RefusesMarksItDoesNotKnow) {
    EXPECT_THROW((void)test::draw({"..Q"}, 300), std::invalid_argument);
    EXPECT_THROW((void)test::draw({"...", ".."}, 300), std::invalid_argument);
}

} // namespace
} // namespace phusong

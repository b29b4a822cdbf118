#include "sim/world/people_cells.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace phusong {
namespace {

test::Drawing const two_communes{
    .rows = {"............~~", //
             ".V...V......~~", //
             "......V...8...", //
             "...........V..", //
             ".........V8..."},
    .cell_m = 270,
    .communes = {"AAAAAAABBBBBBB", "AAAAAAABBBBBBB", "AAAAAAABBBBBBB", "AAAAAAABBBBBBB", "AAAAAAABBBBBBB"}};

std::map<std::uint32_t, double> people_of_villages(std::vector<PeopleCell> const& people) {
    std::map<std::uint32_t, double> out;
    for (auto const& p : people) out[p.village.value] += p.people;
    return out;
}

TEST(SpreadPeople, KeepsEveryVillagesPeopleWithinItsCommune) {
    auto const world = test::draw(two_communes);
    auto const people = spread_people(world);
    auto const sums = people_of_villages(people);
    ASSERT_EQ(sums.size(), world.villages.size());
    for (auto const& [village, sum] : sums) EXPECT_NEAR(sum, world.villages[village].people, 1e-9);
    for (auto const& p : people) {
        EXPECT_EQ(world.commune_of_cell.data()[p.cell],
                  static_cast<int>(world.villages[p.village.value].commune.value));
        EXPECT_FALSE(std::isnan(world.terrain_m.at(p.cell)));
        EXPECT_LE(geo::distance_m(world.grid.centre(p.cell), world.villages[p.village.value].xy), 1'200);
    }
    EXPECT_TRUE(
        std::is_sorted(people.begin(), people.end(), [](auto const& a, auto const& b) { return a.cell < b.cell; }));
}

TEST(SpreadPeople, GivesACellToOneVillageTheNearest) {
    auto const world = test::draw(two_communes);
    std::set<std::uint32_t> seen;
    for (auto const& p : spread_people(world)) {
        EXPECT_TRUE(seen.insert(p.cell).second);
        auto const place = world.grid.centre(p.cell);
        double const own = geo::distance_m(place, world.villages[p.village.value].xy);
        for (auto const& other : world.villages) {
            if (other.commune != world.villages[p.village.value].commune) continue;
            EXPECT_GE(geo::distance_m(place, other.xy), own - 1e-6);
        }
    }
}

TEST(SpreadPeople, PutsMorePeopleNearTheHallAndFewerOnSlopes) {
    auto const world = test::draw({.rows = {".......", ".......", "...V...", ".......", "......."},
                                   .cell_m = 270,
                                   .heights = {".......", ".....3.", ".....5.", ".....3.", "......."}});
    geo::Raster density(world.grid, 0);
    for (auto const& p : spread_people(world)) density.at(p.cell) = static_cast<float>(p.people);
    EXPECT_GT(density.values(2, 3), density.values(2, 2));
    EXPECT_GT(density.values(2, 2), density.values(2, 1));
    EXPECT_GT(density.values(2, 2), 3 * density.values(2, 4)); // as far, but at the foot of a wall
}

TEST(SpreadPeople, LosesNobodyWhereVillagesStandOnOnePlaceOrOnNoTerrain) {
    auto world = test::draw({"..V..", ".V.V.", "....."}, 90);
    world.villages[1].xy = world.villages[0].xy; // two villages rounded to one arc-minute
    world.terrain_m.values(0, 2) = geo::no_data;
    auto const sums = people_of_villages(spread_people(world));
    ASSERT_EQ(sums.size(), 3U);
    for (auto const& [village, sum] : sums) EXPECT_NEAR(sum, world.villages[village].people, 1e-9);
}

TEST(SpreadPeople, StaysWithTheDrawnCommuneThatAVillageStandsIn) {
    auto world = test::draw(two_communes);
    world.villages[0].commune =
        CommuneId{1}; // its point lies in commune A as drawn: the point is better known than the line
    auto const sums = people_of_villages(spread_people(world));
    EXPECT_NEAR(sums.at(0), world.villages[0].people, 1e-9);
}

TEST(TakePeople, RescalesEachCommuneToTheTableAndGivesCellsToTheNearestVillage) {
    auto world = test::draw(two_communes);
    geo::Raster counts(world.grid, 0.37F);
    for (auto& c : world.communes) c.people *= 1.21;
    std::vector<double> wanted{world.communes[0].people, world.communes[1].people}, sums(2, 0.0);
    EXPECT_TRUE(take_people(world, counts, /*rescale=*/true).empty_communes.empty());
    for (auto const& p : world.people) sums[world.villages[p.village.value].commune.value] += p.people;
    EXPECT_NEAR(sums[0], wanted[0], 1e-9);
    EXPECT_NEAR(sums[1], wanted[1], 1e-9);
    double villages = 0, households = 0;
    for (auto const& v : world.villages) villages += v.people, households += v.households;
    EXPECT_NEAR(villages, wanted[0] + wanted[1], 1e-9);
    EXPECT_NEAR(households, world.communes[0].households + world.communes[1].households, 1e-9);
}

TEST(TakePeople, TakesTheRastersTotalsWhereAskedTo) {
    auto world = test::draw(two_communes);
    world.people.clear();
    geo::Raster counts(world.grid, 0.37F);
    EXPECT_TRUE(take_people(world, counts, /*rescale=*/false).empty_communes.empty());
    EXPECT_NEAR(world.communes[0].people, 0.37 * static_cast<double>((world.commune_of_cell == 0).count()), 1e-4);
}

TEST(TakePeople, CountsThePeopleOutsideEveryCommune) {
    auto world = test::draw(two_communes);
    geo::Raster counts(world.grid, 0.5F);
    world.commune_of_cell.data()[0] = geo::outside;
    world.commune_of_cell.data()[3] = geo::outside;
    counts.at(3) = 17.25F;
    double const inside = 0.5 * static_cast<double>((world.commune_of_cell != geo::outside).count());
    double const outside = 0.5 * (static_cast<double>((world.commune_of_cell == geo::outside).count()) - 1) + 17.25;
    auto const untaken = take_people(world, counts, /*rescale=*/false);
    EXPECT_NEAR(untaken.people_outside, outside, 1e-9);
    EXPECT_NEAR(world.communes[0].people + world.communes[1].people, inside, 1e-9);
}

TEST(TakePeople, NamesCommunesThatTheRasterLeavesEmpty) {
    auto world = test::draw(two_communes);
    geo::Raster counts(world.grid);
    for (std::uint32_t cell = 0; cell < counts.grid.size(); ++cell)
        if (world.commune_of_cell.data()[cell] == 0) counts.at(cell) = 0.6F;
    EXPECT_EQ(take_people(world, counts, true).empty_communes, std::vector<std::string>{"00702"});
}

} // namespace
} // namespace phusong

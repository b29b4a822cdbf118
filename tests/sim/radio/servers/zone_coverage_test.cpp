#include "sim/radio/servers/zone_coverage.h"
#include "tests/support/draw.h"
#include <array>
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// Two communes; the village of the eastern one has its people in their own cell.
World two_communes() {
    return test::draw({.rows = {"V..V", //
                                ".V.."},
                       .cell_m = 500,
                       .communes = {"aabb", //
                                    "aabb"}});
}

TEST(ZoneCoverage, CountsAreaPeopleAndVillagesAtEachThreshold) {
    auto const world = two_communes();
    geo::Raster signal(world.grid);
    signal.values << -80, -92, -101, -104, //
        geo::no_data, -97, -85, geo::no_data;
    std::array<double, 2> const thresholds{-97, -104};
    auto const zones = coverage_by_zone(signal, thresholds, places_of(world));
    ASSERT_EQ(zones.size(), 2U);
    // West: villages of 140 people at -80 and 214 at -97 (the third in reading order). East: 177 at -104.
    EXPECT_EQ(zones[0].all, (Covered{1.0, 140 + 214, 2}));
    EXPECT_EQ(zones[0].at[0], (Covered{0.75, 140 + 214, 2})); // at the threshold counts
    EXPECT_EQ(zones[1].all, (Covered{1.0, 177, 1}));
    EXPECT_EQ(zones[1].at[0], (Covered{0.25, 0, 0}));
    EXPECT_EQ(zones[1].at[1], (Covered{0.75, 177, 1}));
}

TEST(ZoneCoverage, KeepsPeopleInTheCommuneOfTheirVillage) {
    auto world = two_communes();
    for (auto& p : world.people) p.cell = 2; // all of them sleep in the east
    geo::Raster const signal(world.grid, -70);
    std::array<double, 1> const thresholds{-90};
    auto const zones = coverage_by_zone(signal, thresholds, places_of(world));
    EXPECT_EQ(zones[0].at[0].people, 140 + 214);
    EXPECT_EQ(zones[1].at[0].people, 177);
}

} // namespace
} // namespace phusong

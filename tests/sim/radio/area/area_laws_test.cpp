#include "tests/sim/radio/area/area_case.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

using test::AreaCase, test::covered;

/// The world seen in a mirror that stands along its western edge: terrain, sites and azimuths.
AreaCase mirrored(AreaCase one) {
    auto const& grid = one.world.grid;
    geo::Array2D<float> const turned = one.world.terrain_m.values.rowwise().reverse();
    one.world.terrain_m.values = turned;
    for (auto& site : one.sites) {
        site.xy.x_m = 2 * grid.west_m + grid.cols * grid.cell_m - site.xy.x_m;
        for (auto& azimuth : site.azimuths_deg) azimuth = 360 - azimuth;
    }
    return one;
}

TEST(AreaLaw, ThreadsDoNotMatter) {
    AreaCase const one;
    int const most = omp_get_max_threads();
    omp_set_num_threads(1);
    auto const alone = one.cover();
    for (int threads : {2, 3}) {
        omp_set_num_threads(threads);
        EXPECT_TRUE(test::same(alone, one.cover())) << threads;
    }
    omp_set_num_threads(most);
}

TEST(AreaLaw, MorePowerNeverCoversLess) {
    AreaCase one;
    std::size_t before = 0;
    for (double const eirp_dbm : {19.0, 24.5, 31.5, 37.0}) {
        one.radio.budget[index(Technology::g4)].eirp_dbm = eirp_dbm;
        auto const now = covered(one.cover());
        EXPECT_GT(now, before) << eirp_dbm;
        before = now;
    }
}

TEST(AreaLaw, AHigherMastOnFlatGroundNeverCoversLess) {
    AreaCase one;
    one.world.terrain_m.values.setConstant(213);
    one.sites.resize(1);
    one.sites.front().xy = {418700, 2540300};
    one.radio.antenna.sectors = 1;
    one.radio.budget[index(Technology::g4)] = {1850, 21.5, -105, 30};
    std::size_t before = 0;
    for (double const mast_m : {7.0, 15.0, 30.0, 55.0, 90.0}) {
        one.sites.front().mast_height_m = mast_m;
        auto const now = covered(one.cover());
        EXPECT_GE(now, before) << mast_m;
        before = now;
    }
    EXPECT_GT(before, 1000U);
}

TEST(AreaLaw, ASiteMoreNeverLowersWhatIsReceived) {
    AreaCase one;
    auto const all = one.cover();
    one.sites.pop_back();
    auto const fewer = one.cover();
    for (std::uint32_t cell = 0; cell < one.world.grid.size(); ++cell) {
        auto const with = all.servers.server(cell, 0), without = fewer.servers.server(cell, 0);
        if (!without) continue;
        ASSERT_TRUE(with) << cell;
        EXPECT_GE(with->dbm, without->dbm) << cell;
        EXPECT_GE(all.servers.overlap(cell), fewer.servers.overlap(cell)) << cell;
    }
}

// Rays leave at fixed azimuths clockwise from north, so that those of a mirrored world are not quite the mirrored rays.
TEST(AreaLaw, AMirroredCountryHasMirroredMaps) {
    AreaCase one;
    for (auto& site : one.sites) site.azimuths_deg = {25, 143};
    auto const two = mirrored(one);
    auto const here = one.cover(), there = two.cover();
    auto const& grid = one.world.grid;
    std::size_t compared = 0, apart = 0;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.cols; ++c) {
            auto const a = here.servers.server(grid.index(r, c), 0),
                       b = there.servers.server(grid.index(r, grid.cols - 1 - c), 0);
            if (!a || !b) continue;
            ++compared;
            apart += std::abs(a->dbm - b->dbm) > 0.05 ? 1U : 0U;
            EXPECT_NEAR(a->dbm, b->dbm, 3) << r << " " << c;
        }
    EXPECT_GT(compared, 10'000U);
    EXPECT_LT(static_cast<double>(apart), 0.01 * static_cast<double>(compared));
    EXPECT_NEAR(static_cast<double>(covered(here)), static_cast<double>(covered(there)), 5);
}

} // namespace
} // namespace phusong

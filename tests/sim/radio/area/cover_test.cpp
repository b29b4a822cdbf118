#include "sim/radio/radio.h"
#include "tests/sim/radio/area/area_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::AreaCase;

/// Cells in which the two agree; a difference fails.
std::size_t agreeing_with_plans(AreaCase& one) {
    one.radio.antenna.sectors = 1;
    one.sites[2].azimuths_deg = {};
    one.latitude_deg = 0; // of a world without a reference system
    auto const area = one.cover();
    std::vector<Transmitter> masts;
    for (auto const& s : one.sites) masts.push_back({s.xy, s.mast_height_m, s.technologies});
    auto maps = no_signal(one.world);
    add_signals(maps, one.world, one.radio, masts);
    std::size_t compared = 0;
    for (std::uint32_t cell = 0; cell < one.world.grid.size(); ++cell) {
        float const dbm = maps.best_dbm[index(Technology::g4)].at(cell);
        if (std::isnan(dbm)) continue;
        auto const best = area.servers.server(cell, 0);
        EXPECT_TRUE(best && std::abs(best->dbm - static_cast<double>(dbm)) < 0.011) << cell;
        ++compared;
    }
    return compared;
}

TEST(Cover, GivesTheSignalThatPlansReckonWithWhereSitesRadiateAlike) {
    AreaCase one;
    EXPECT_GT(agreeing_with_plans(one), 5000U);
}

TEST(Cover, SeesTreesHousesAndCoastsAsPlansDo) {
    AreaCase one;
    one.radio.time_percent = 3; // coasts matter in rare times
    auto const bare = agreeing_with_plans(one);
    auto& world = one.world;
    world.clutter_m = geo::Raster(world.grid, 0);
    world.radio_zone = geo::Array2D<std::uint8_t>::Constant(149, 163, 4);
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        world.clutter_m.at(cell) = static_cast<float>(cell % 5 * 6);
        world.radio_zone.data()[cell] = cell % 163 < 60 ? 1 : cell % 163 < 90 ? 3 : 4;
    }
    auto const overgrown = agreeing_with_plans(one);
    EXPECT_GT(overgrown, 5000U);
    EXPECT_NE(overgrown, bare);
}

TEST(Cover, SaysOfTheBestServerWhatIsLostOnTheWayAndWhy) {
    AreaCase const one;
    auto const area = one.cover();
    auto const under = one.ground();
    PathLossSource const source{under, one.radio};
    std::array<std::size_t, 7> cells{};
    for (std::uint32_t cell = 0; cell < one.world.grid.size(); ++cell) {
        auto const reason = area.serving.reason.data()[cell];
        ++cells[reason];
        auto const best = area.servers.server(cell, 0);
        EXPECT_EQ(best.has_value(), area.serving.loss_centi_db.data()[cell] != PathLoss::none) << cell;
        EXPECT_EQ(reason >= 5, !best || best->dbm < -105) << cell;
    }
    EXPECT_GT(cells[1], 1000U);
    EXPECT_GT(cells[2], 50U);
    EXPECT_GT(cells[5], 1000U);
    EXPECT_EQ(cells[0] + cells[6], 0U);
    for (auto const& site : area.laid.sites) { // cell by cell against the site's own windows
        auto const own = source.loss_of(site);
        for (int r = 0; r < own.loss.rows; ++r)
            for (int c = 0; c < own.loss.cols; ++c) {
                auto const cell = one.world.grid.index(own.loss.first_row + r, own.loss.first_col + c);
                auto const best = area.servers.server(cell, 0);
                if (!best || best->sector < site.group.sectors.front().id ||
                    best->sector > site.group.sectors.back().id)
                    continue;
                auto const at = static_cast<std::size_t>(r * own.loss.cols + c);
                EXPECT_EQ(area.serving.loss_centi_db.data()[cell], own.loss.centi_db[at]);
                if (best->dbm >= -105) {
                    EXPECT_EQ(area.serving.reason.data()[cell], own.reasons[at]);
                }
            }
    }
}

TEST(Cover, MasksWhatLiesWithoutTerrainOrBehindItAndCountsIt) {
    AreaCase one;
    for (int r = 0; r < 149; ++r) one.world.terrain_m.values(r, 60) = geo::no_data; // a strip from north to south
    one.sites.resize(2);                                                            // both west of it
    auto const area = one.cover();
    EXPECT_GT(area.samples_without_terrain, 1000U);
    std::size_t behind = 0;
    for (int r = 0; r < 149; ++r) {
        EXPECT_EQ(area.serving.reason(r, 60), 6) << "the strip itself";
        for (int c = 75; c < 163; ++c) {
            EXPECT_FALSE(area.servers.server(one.world.grid.index(r, c), 0));
            behind += area.serving.reason(r, c) == 6 ? 1U : 0U;
        }
    }
    EXPECT_GT(behind, 1000U);
}

TEST(Cover, BlamesMissingTerrainOnlyWhereItStandsBeforeEveryoneWhoMightBeHeard) {
    AreaCase one;
    one.world = test::mountains(149, 163, 90, 2026, 0);
    for (int r = 0; r < 149; ++r) one.world.terrain_m.values(r, 80) = geo::no_data;
    one.radio.budget[index(Technology::g4)].eirp_dbm = 2;
    one.sites.resize(2);
    for (auto& site : one.sites) site.azimuths_deg = {0, 120, 240};
    for (bool swapped : {false, true}) { // nor does it matter who comes first
        one.sites[swapped ? 1 : 0].xy = one.world.grid.centre(74, 50);
        one.sites[swapped ? 0 : 1].xy = one.world.grid.centre(74, 110);
        auto const area = one.cover();
        std::size_t unheard = 0;
        for (int r = 40; r < 110; ++r)
            for (int c = 20; c < 140; ++c) {
                if (std::abs(c - 80) < 4) continue;
                EXPECT_NE(area.serving.reason(r, c), 6) << "one of the two has a way to " << r << ", " << c;
                unheard += area.servers.server(one.world.grid.index(r, c), 0) ? 0U : 1U;
            }
        EXPECT_GT(unheard, 150U);
        EXPECT_EQ(area.serving.reason(74, 80), 6);
    }
    one.sites.resize(1); // now the far side has no other
    auto const alone = one.cover();
    auto const far_col = one.sites[0].xy == one.world.grid.centre(74, 50) ? 110 : 50;
    EXPECT_EQ(alone.serving.reason(74, far_col), 6);
}

TEST(Cover, ComesToTheSameMapWhenASiteIsTakenAwayAndPutElsewhere) {
    AreaCase one;
    auto area = one.cover();
    auto const under = one.ground();
    PathLossSource const source{under, one.radio};
    std::vector<SiteLoss> losses;
    for (auto const& site : area.laid.sites) losses.push_back(source.loss_of(site));
    std::vector<AreaSite> others;
    for (std::size_t i = 0; i < losses.size(); ++i)
        if (i != 3) others.push_back({area.laid.sites[i], losses[i]});
    remove_site(area.servers, {area.laid.sites[3], losses[3]}, others);
    one.sites[3].xy = {421300, 2538100};
    auto const moved = one.laid().sites[3];
    add_site(area.servers, {moved, source.loss_of(moved)});
    EXPECT_EQ(area.servers, one.cover().servers);
}

} // namespace
} // namespace phusong

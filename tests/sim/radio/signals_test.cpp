#include "sim/radio/radio.h"
#include "tests/sim/radio/mountains.h"
#include "tests/support/draw.h"
#include <cstring>
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

constexpr auto g2 = index(Technology::g2), g3 = index(Technology::g3), g4 = index(Technology::g4),
               g5 = index(Technology::g5);

std::vector<Transmitter> towers(int count) {
    std::vector<Transmitter> out;
    for (int i = 0; i < count; ++i) {
        auto const draw = [i](std::uint32_t n) { return geo::uniform({23, 5, static_cast<std::uint32_t>(i), n}); };
        Transmitter t{.xy = {412000 + 17000 * draw(0), 2547000 - 15000 * draw(1)},
                      .mast_height_m = 25 + 20 * draw(2),
                      .technologies = {}};
        t.technologies.bits = static_cast<std::uint8_t>(1 + static_cast<int>(15 * draw(3)));
        out.push_back(t);
    }
    return out;
}

World inhabited_mountains() {
    World world = test::mountains(170, 190, 90, 8);
    world.villages.resize(7);
    for (std::uint32_t cell = 13; cell < world.grid.size(); cell += 97)
        world.people.push_back({cell, VillageId{cell % 7}, 1.5 + cell % 11});
    return world;
}

bool same_bytes(SignalMaps const& a, SignalMaps const& b) {
    for (std::size_t t = 0; t < technology_count; ++t)
        if (std::memcmp(a.best_dbm[t].values.data(), b.best_dbm[t].values.data(),
                        sizeof(float) * a.best_dbm[t].grid.size()) != 0)
            return false;
    return a.samples_without_terrain == b.samples_without_terrain;
}

TEST(AddSignals, GivesTheSameBytesForAnyNumberOfThreadsAndAnyOrder) {
    auto const world = inhabited_mountains();
    auto const radio = test::ordinary_radio();
    auto list = towers(29);
    auto const run = [&](int threads) {
        omp_set_num_threads(threads);
        auto maps = no_signal(world);
        add_signals(maps, world, radio, list);
        return maps;
    };
    auto const one = run(1);
    EXPECT_TRUE(same_bytes(one, run(2)));
    EXPECT_TRUE(same_bytes(one, run(3)));
    std::reverse(list.begin(), list.end());
    EXPECT_TRUE(same_bytes(one, run(2)));
}

TEST(AddSignals, KeepsTheStrongerOfOldAndNew) {
    auto const world = inhabited_mountains();
    auto const radio = test::ordinary_radio();
    auto const list = towers(9);
    auto together = no_signal(world), in_turn = together;
    add_signals(together, world, radio, list);
    add_signals(in_turn, world, radio, std::span(list).first(4));
    add_signals(in_turn, world, radio, std::span(list).subspan(4));
    EXPECT_TRUE(same_bytes(together, in_turn));
}

TEST(AddSignals, LeavesATechnologyThatNobodyHasWithoutSignal) {
    auto const world = inhabited_mountains();
    auto list = towers(5);
    for (auto& t : list) t.technologies.bits = 0b0011;
    auto maps = no_signal(world);
    add_signals(maps, world, test::ordinary_radio(), list);
    EXPECT_FALSE(maps.best_dbm[g2].values.isNaN().all());
    EXPECT_FALSE(maps.best_dbm[g3].values.isNaN().all());
    EXPECT_TRUE(maps.best_dbm[g4].values.isNaN().all());
    EXPECT_TRUE(maps.best_dbm[g5].values.isNaN().all());
}

TEST(Reach, ListsExactlyTheInhabitedCellsThatTheMapServes) {
    auto const world = inhabited_mountains();
    auto const radio = test::ordinary_radio();
    auto const list = towers(11);
    auto const all = reach(world, radio, list);
    ASSERT_EQ(all.size(), 11U);
    std::size_t served = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto maps = no_signal(world);
        add_signals(maps, world, radio, std::span(list).subspan(i, 1));
        for (std::size_t t = 0; t < technology_count; ++t) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t p = 0; p < world.people.size(); ++p)
                if (maps.best_dbm[t].at(world.people[p].cell) >= static_cast<float>(radio.budget[t].threshold_dbm))
                    expected.push_back(p);
            EXPECT_EQ(all[i].people_cells[t], expected);
            served += expected.size();
        }
    }
    EXPECT_GT(served, 100U);
}

// Village 1 beside the tower; village 2 far behind it; the map is set by hand.
struct VillageStates : testing::Test {
    World world = test::draw({"V.V.V"}, 500);
    Radio radio = test::ordinary_radio();
    SignalMaps maps = no_signal(world);
    VillageStates() {
        radio.weak_band_db = 8;
        for (auto& b : radio.budget) b.threshold_dbm = -97;
    }
};

TEST_F(VillageStates, FollowTheSignalAtTheCentre) {
    maps.best_dbm[g2].values << -96, -50, -104, -50, geo::no_data;
    auto const v = village_signals(world, radio, maps);
    EXPECT_EQ(v[0].state, SignalState::good);
    EXPECT_EQ(v[1].state, SignalState::weak);
    EXPECT_EQ(v[2].state, SignalState::none);
    EXPECT_EQ(v[0].broadband_state, SignalState::none);
    EXPECT_FLOAT_EQ(v[1].centre_dbm[g2], -104);
    EXPECT_TRUE(std::isnan(v[2].centre_dbm[g2]));
}

TEST_F(VillageStates, AskThatEnoughOfThePeopleAreServed) {
    world.people.push_back({3, VillageId{0}, world.villages[0].people * 3}); // three quarters live elsewhere
    maps.best_dbm[g4].values << -80, geo::no_data, geo::no_data, -106, geo::no_data;
    EXPECT_EQ(village_signals(world, radio, maps)[0].state, SignalState::weak);
    EXPECT_DOUBLE_EQ(village_signals(world, radio, maps)[0].people_share[g4], 0.25);
    maps.best_dbm[g4].values(0, 3) = -97;
    EXPECT_EQ(village_signals(world, radio, maps)[0].broadband_state, SignalState::good);
}

TEST_F(VillageStates, TakeTheBestTechnology) {
    maps.best_dbm[g2].values.setConstant(-103);
    maps.best_dbm[g5].values << -90, 0, geo::no_data, 0, -101;
    auto const v = village_signals(world, radio, maps);
    EXPECT_EQ(v[0].state, SignalState::good);
    EXPECT_EQ(v[1].state, SignalState::weak);
    EXPECT_EQ(v[1].broadband_state, SignalState::none);
    EXPECT_EQ(v[2].broadband_state, SignalState::weak);
}

} // namespace
} // namespace phusong

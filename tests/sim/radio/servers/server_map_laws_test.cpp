#include "geo/random.h"
#include "random_sites.h"
#include "tests/support/each_target.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

using test::Dice;
using test::map_of;
using test::random_sites;

void shuffle(std::vector<SectorGroup>& groups, std::uint32_t seed) {
    Dice dice(seed);
    for (int i = static_cast<int>(groups.size()) - 1; i > 0; --i)
        std::swap(groups[static_cast<std::size_t>(i)], groups[static_cast<std::size_t>(dice.whole(0, i))]);
}

TEST(ServerMapLaw, AnyOrderOfAddingGivesTheSameBytes) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        auto sites = random_sites(seed, 17);
        auto const map = map_of(sites);
        shuffle(sites.groups, seed);
        EXPECT_EQ(map_of(sites), map) << seed;
        ServerMap one_by_one(sites.ground_m, sites.settings);
        for (auto const& group : sites.groups) one_by_one.add({&group, 1});
        EXPECT_EQ(one_by_one, map) << seed;
    }
}

TEST(ServerMapLaw, TakingSitesAwayGivesTheMapMadeWithoutThem) {
    for (std::uint32_t seed = 100; seed < 160; ++seed) {
        auto sites = random_sites(seed, 19);
        auto map = map_of(sites);
        shuffle(sites.groups, seed);
        auto const gone_count = static_cast<std::size_t>(1 + seed % 4);
        std::vector<SectorGroup> const gone(sites.groups.begin(),
                                            sites.groups.begin() + static_cast<std::ptrdiff_t>(gone_count));
        sites.groups.erase(sites.groups.begin(), sites.groups.begin() + static_cast<std::ptrdiff_t>(gone_count));
        map.remove(gone, sites.groups);
        EXPECT_EQ(map, map_of(sites)) << seed;
    }
}

TEST(ServerMapLaw, ManyMovesGiveTheMapOfTheLastPlaces) {
    auto sites = random_sites(5, 15);
    auto map = map_of(sites);
    Dice dice(77);
    for (int step = 0; step < 60; ++step) {
        std::swap(sites.groups.back(), sites.groups[static_cast<std::size_t>(dice.whole(0, 14))]);
        auto moved = sites.groups.back();
        std::span<SectorGroup const> const others(sites.groups.data(), 14);
        map.remove({&sites.groups.back(), 1}, others);
        moved.xy.x_m += dice.between(-2000, 2000);
        moved.antenna_m += dice.between(-50, 50);
        sites.losses.push_back(test::random_loss(dice, sites.ground_m.grid));
        moved.loss = sites.losses.back().get();
        map.add({&moved, 1});
        sites.groups.back() = moved;
    }
    EXPECT_EQ(map, map_of(sites));
}

TEST(ServerMapLaw, TakingEverythingAwayLeavesAnEmptyMap) {
    auto const sites = random_sites(8, 11);
    auto map = map_of(sites);
    EXPECT_FALSE(map == ServerMap(sites.ground_m, sites.settings));
    map.remove(sites.groups, {});
    EXPECT_EQ(map, ServerMap(sites.ground_m, sites.settings));
}

TEST(ServerMapLaw, ThreadsDoNotMatter) {
    auto sites = random_sites(21, 19);
    int const most = omp_get_max_threads();
    std::vector<ServerMap> added, left;
    for (int threads : {1, 2, 3}) {
        omp_set_num_threads(threads);
        added.push_back(map_of(sites));
        left.push_back(added.back());
        left.back().remove({sites.groups.data(), 3}, {sites.groups.data() + 3, 16});
    }
    omp_set_num_threads(most);
    for (std::size_t i : {1U, 2U}) {
        EXPECT_EQ(added[i], added[0]);
        EXPECT_EQ(left[i], left[0]);
    }
}

TEST(ServerMapLaw, EveryInstructionSetGivesTheSameBytes) {
    auto const sites = random_sites(34, 19);
    std::vector<ServerMap> added, left;
    test::on_each_target([&](char const* name) {
        added.push_back(map_of(sites));
        left.push_back(added.back());
        left.back().remove({sites.groups.data(), 2}, {sites.groups.data() + 2, 17});
        EXPECT_EQ(added.back(), added.front()) << name;
        EXPECT_EQ(left.back(), left.front()) << name;
    });
    EXPECT_GT(added.size(), 1U);
}

TEST(ServerMapLaw, MorePowerNeverBringsLess) {
    auto sites = random_sites(55, 9);
    auto const map = map_of(sites);
    for (auto& sector : sites.groups[4].sectors) sector.power_dbm += 3.7;
    auto const louder = map_of(sites);
    for (std::uint32_t cell = 0; cell < map.grid().size(); ++cell) {
        EXPECT_GE(louder.keys(0)[cell] >> 16, map.keys(0)[cell] >> 16);
        EXPECT_GE(louder.totals()[cell], map.totals()[cell]);
        EXPECT_GE(louder.overlap(cell), map.overlap(cell));
    }
}

} // namespace
} // namespace phusong

#include "random_sites.h"
#include "sim/radio/servers/sinr.h"
#include "tests/support/each_target.h"
#include <cstring>
#include <gtest/gtest.h>

namespace phusong {
namespace {

constexpr double receiver_noise_dbm = -125.2;

/// The ratio of every cell by the plain formula.
double ratio_db(test::RandomSites const& sites, int row, int col) {
    double best_dbm = -999, best_load = 0, sum_mw = 0;
    for (auto const& group : sites.groups)
        for (auto const& sector : group.sectors) {
            auto const dbm = test::received_dbm(sites, group, sector, row, col);
            if (!dbm) continue;
            sum_mw += sector.load_share * std::pow(10, *dbm / 10);
            if (*dbm > best_dbm) best_dbm = *dbm, best_load = sector.load_share;
        }
    double const others_mw = sum_mw - best_load * std::pow(10, best_dbm / 10);
    return best_dbm - 10 * std::log10(others_mw + std::pow(10, receiver_noise_dbm / 10));
}

bool same_bits(geo::Raster const& a, geo::Raster const& b) {
    return std::memcmp(a.values.data(), b.values.data(), a.grid.size() * sizeof(float)) == 0;
}

TEST(Noise, IsThatOfOneSubcarrierAndOfACarrier) {
    EXPECT_NEAR(noise_dbm(15e3, 7), -125.24, 0.005); // −174 + 41.76 + 7
    EXPECT_NEAR(noise_dbm(200e3, 9), -111.99, 0.005);
}

TEST(Sinr, IsTheBestServerOverTheOthersAndNoise) {
    auto sites = test::random_sites(71, 27);
    sites.settings.weakest_dbm = -327; // everybody counts, as in the formula
    auto const map = test::map_of(sites);
    auto const sinr = sinr_db(map, receiver_noise_dbm);
    std::size_t heard = 0;
    for (int row = 0; row < map.grid().rows; ++row)
        for (int col = 0; col < map.grid().cols; ++col) {
            auto const best = map.server(map.grid().index(row, col), 0),
                       next = map.server(map.grid().index(row, col), 1);
            if (!best) {
                EXPECT_TRUE(std::isnan(sinr.values(row, col)));
            } else if (!next || best->dbm - next->dbm > 0.05) { // else the formula may take the other one
                EXPECT_NEAR(sinr.values(row, col), ratio_db(sites, row, col), 0.05) << row << ' ' << col;
                ++heard;
            }
        }
    EXPECT_GT(heard, 1000U);
}

TEST(Sinr, OfASingleSectorKnowsNoiseOnly) {
    auto sites = test::random_sites(72, 1);
    sites.groups[0].sectors.resize(1);
    auto const map = test::map_of(sites);
    auto const sinr = sinr_db(map, receiver_noise_dbm);
    std::size_t heard = 0;
    for (std::uint32_t cell = 0; cell < map.grid().size(); ++cell)
        if (auto const best = map.server(cell, 0)) {
            ++heard;
            EXPECT_NEAR(sinr.at(cell), best->dbm - receiver_noise_dbm, 1e-4); // its own power leaves without a rest
        }
    EXPECT_GT(heard, 10U);
}

TEST(Sinr, GrowsWhenOthersAreLessLoaded) {
    auto sites = test::random_sites(73, 9);
    auto const busy = sinr_db(test::map_of(sites), receiver_noise_dbm);
    for (auto& group : sites.groups)
        for (auto& sector : group.sectors) sector.load_share *= 0.3;
    auto const quiet = sinr_db(test::map_of(sites), receiver_noise_dbm);
    for (std::uint32_t cell = 0; cell < busy.grid.size(); ++cell) EXPECT_FALSE(quiet.at(cell) < busy.at(cell)) << cell;
    EXPECT_GT(quiet.values.isFinite().count(), 100);
}

TEST(Sinr, IsTheSameBytesOnEveryInstructionSet) {
    auto const sites = test::random_sites(74, 11);
    auto const map = test::map_of(sites);
    auto const first = sinr_db(map, receiver_noise_dbm);
    test::on_each_target(
        [&](char const* name) { EXPECT_TRUE(same_bits(sinr_db(map, receiver_noise_dbm), first)) << name; });
}

TEST(Sinr, IsUnknownWithoutSectors) {
    auto const sites = test::random_sites(75, 0);
    EXPECT_TRUE(std::isnan(sinr_db(test::map_of(sites), receiver_noise_dbm).values(3, 4)));
}

} // namespace
} // namespace phusong

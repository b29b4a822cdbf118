#include "sim/radio/coverage_probability.h"
#include "tests/sim/radio/mountains.h"
#include "tests/support/draw.h"
#include <cstring>
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

constexpr std::size_t draws = 70; // more than one word of a DrawSet

World valleys() {
    World world = test::mountains(110, 120, 90, 31);
    for (int r = 0; r < 110; ++r) world.commune_of_cell(r, 0) = geo::outside;
    for (int c = 40; c < 44; ++c) world.terrain_m.values(107, c) = geo::no_data;
    return world;
}

std::vector<Transmitter> masts(int count, std::uint32_t purpose) {
    std::vector<Transmitter> out;
    for (int i = 0; i < count; ++i) {
        auto const u = [&](std::uint32_t n) { return geo::uniform({29, purpose, static_cast<std::uint32_t>(i), n}); };
        Transmitter t{
            .xy = {412500 + 9800 * u(0), 2546500 - 8900 * u(1)}, .mast_height_m = 12 + 20 * u(2), .technologies = {}};
        t.technologies.bits = static_cast<std::uint8_t>(1 + static_cast<int>(15 * u(3)));
        out.push_back(t);
    }
    return out;
}

/// Weak enough that much of the world hears little.
Radio weak_radio() {
    auto radio = test::ordinary_radio();
    for (auto& budget : radio.budget) budget.eirp_dbm -= 14;
    return radio;
}

struct Network {
    World world = valleys();
    Radio radio = weak_radio();
    std::vector<Transmitter> standing = masts(3, 1);
    std::array<DrawnTransmitters, 2> built;

    explicit Network(double error_sd_db) {
        radio.error_sd_db = error_sd_db;
        for (std::uint32_t power = 0; power < 2; ++power) {
            auto& some = built[power];
            some.radio = radio;
            if (power == 1)
                for (auto& budget : some.radio.budget) budget.eirp_dbm -= 6;
            some.list = masts(5, 2 + power);
            for (std::uint32_t i = 0; i < some.list.size(); ++i) {
                some.built_in.emplace_back((draws + 63) / 64, 0);
                for (std::uint32_t d = 0; d < draws; ++d)
                    if (geo::uniform({29, 9 + power, i, d}) < 0.4)
                        some.built_in[i][d / 64] |= std::uint64_t{1} << (d % 64);
            }
        }
    }
    [[nodiscard]] ServedDraws served() const {
        return served_draws(world, radio, standing_signals(world, radio, standing), built, draws);
    }
    /// Of one draw, from scratch; a signal is weak down to `weak_band_db` under the threshold.
    [[nodiscard]] SignalMaps maps_of(std::size_t draw, double weak_band_db) const {
        auto const listening = [&](Radio heard) {
            heard.weak_band_db = weak_band_db;
            return heard;
        };
        auto maps = no_signal(world);
        add_signals(maps, world, listening(radio), standing);
        for (auto const& some : built) {
            std::vector<Transmitter> mine;
            for (std::size_t i = 0; i < some.list.size(); ++i)
                if ((some.built_in[i][draw / 64] >> (draw % 64) & 1U) != 0) mine.push_back(some.list[i]);
            add_signals(maps, world, listening(some.radio), mine);
        }
        return maps;
    }
};

/// The best technology over its threshold; NaN where nothing is heard.
double margin_db(Radio const& radio, SignalMaps const& maps, std::uint32_t cell, Reception reception) {
    double best_db = std::nan("");
    for (auto t : technologies) {
        if (reception == Reception::broadband && t != Technology::g4 && t != Technology::g5) continue;
        best_db = std::fmax(best_db, maps.best_dbm[index(t)].at(cell) -
                                         static_cast<float>(radio.budget[index(t)].threshold_dbm));
    }
    return best_db;
}

bool is_asked_for(World const& world, std::uint32_t cell) {
    return world.commune_of_cell.data()[cell] != geo::outside && !std::isnan(world.terrain_m.at(cell));
}

TEST(ServedDraws, WithoutErrorCountTheDrawsWhoseMapServesTheCell) {
    Network const network(0);
    auto const served = network.served();
    std::array<std::vector<double>, 2> counted;
    for (auto& cells : counted) cells.assign(network.world.grid.size(), 0);
    for (std::size_t d = 0; d < draws; ++d) {
        auto const maps = network.maps_of(d, 10);
        for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell)
            for (auto r : receptions)
                if (margin_db(network.radio, maps, cell, r) >= 0) ++counted[index(r)][cell];
    }
    std::size_t between = 0;
    for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell)
        for (auto r : receptions) {
            if (!is_asked_for(network.world, cell)) continue;
            ASSERT_EQ(served[index(r)][cell], counted[index(r)][cell]) << cell;
            between += counted[index(r)][cell] > 0 && counted[index(r)][cell] < draws ? 1 : 0;
        }
    EXPECT_GT(between, 1000U);
}

TEST(ServedDraws, WithErrorAddTheNormalProbabilityOfEachDrawsStrongest) {
    Network network(7);
    network.radio.error_margin_db = network.built[0].radio.error_margin_db = network.built[1].radio.error_margin_db = 2;
    auto const served = network.served();
    std::array<std::vector<double>, 2> expected;
    for (auto& cells : expected) cells.assign(network.world.grid.size(), 0);
    for (std::size_t d = 0; d < draws; ++d) {
        auto const maps = network.maps_of(d, 3 * 7 + 2);
        for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell)
            for (auto r : receptions) {
                double const over_db = margin_db(network.radio, maps, cell, r) + 2;
                if (!std::isnan(over_db)) expected[index(r)][cell] += 0.5 * std::erfc(-over_db / 7 / std::sqrt(2.0));
            }
    }
    for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell)
        for (auto r : receptions)
            if (is_asked_for(network.world, cell)) {
                ASSERT_NEAR(served[index(r)][cell], expected[index(r)][cell], 1e-9) << cell;
            }
}

TEST(ServedDraws, AreUnknownOutsideTheCommunesAndWithoutTerrainAndThereAlone) {
    Network const network(7);
    auto const served = network.served();
    for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell)
        for (auto r : receptions)
            ASSERT_EQ(std::isnan(served[index(r)][cell]), !is_asked_for(network.world, cell)) << cell;
}

TEST(ServedDraws, AreNeverFewerWithOneMoreTransmitterNorForAnyTechnologyThanForBroadband) {
    Network network(7);
    auto const before = network.served();
    network.standing.push_back(masts(1, 77).front());
    auto const after = network.served();
    double gained = 0;
    for (std::uint32_t cell = 0; cell < network.world.grid.size(); ++cell) {
        if (!is_asked_for(network.world, cell)) continue;
        for (auto r : receptions) {
            ASSERT_GE(after[index(r)][cell], before[index(r)][cell] - 1e-9);
            gained += after[index(r)][cell] - before[index(r)][cell];
        }
        ASSERT_GE(before[0][cell], before[1][cell] - 1e-9);
    }
    EXPECT_GT(gained, 100);
}

TEST(ServedDraws, AtTheThresholdAreHalfOfAllWithoutMarginAndMoreWithIt) {
    auto const world = test::draw({.rows = {"..........", ".T......V.", ".........."}, .cell_m = 500});
    Transmitter const mast{
        .xy = world.sites.at(0).xy, .mast_height_m = 30, .technologies = {1U << index(Technology::g2)}};
    auto radio = test::ordinary_radio();
    radio.error_sd_db = 10;
    auto maps = no_signal(world);
    add_signals(maps, world, radio, {{mast}});
    std::uint32_t const cell = 18;
    ASSERT_FALSE(std::isnan(maps.best_dbm[0].at(cell)));
    radio.budget[0].threshold_dbm = maps.best_dbm[0].at(cell);
    auto const of_four_draws = [&] {
        return served_draws(world, radio, standing_signals(world, radio, {{mast}}), {}, 4);
    };
    EXPECT_NEAR(of_four_draws()[0][cell], 4 * 0.5, 1e-5);
    radio.error_margin_db = 6;
    EXPECT_NEAR(of_four_draws()[0][cell], 4 * 0.7257469, 1e-5); // Φ(0.6)
    EXPECT_EQ(of_four_draws()[1][cell], 0);                     // no 4G, no 5G
}

TEST(ServedDraws, AreTheSameBytesForAnyNumberOfThreads) {
    Network const network(7);
    int const before = omp_get_max_threads();
    std::vector<ServedDraws> all;
    for (int const threads : {1, 2, 3}) {
        omp_set_num_threads(threads);
        all.push_back(network.served());
    }
    omp_set_num_threads(before);
    for (auto r : receptions)
        for (std::size_t other = 1; other < all.size(); ++other)
            EXPECT_EQ(std::memcmp(all[0][index(r)].data(), all[other][index(r)].data(),
                                  sizeof(double) * all[0][index(r)].size()),
                      0);
}

} // namespace
} // namespace phusong

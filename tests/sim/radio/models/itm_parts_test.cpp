#include "sim/radio/models/itm_parts.h"
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace phusong::itm {
namespace {

TEST(ItmTerrain, FitsAStraightLineExactly) {
    std::vector<double> h;
    for (int i = 0; i < 33; ++i) h.push_back(470 - 6.5 * i);
    auto const line = fit_line({h, 30}, 7 * 30, 26 * 30);
    EXPECT_NEAR(line.at_tx, 470, 1e-9);
    EXPECT_NEAR(line.at_rx, 470 - 6.5 * 32, 1e-9);
}

TEST(ItmTerrain, TakesTheRangeBetweenTheDecilesAsIrregularity) {
    std::vector<double> h; // zigzag of 57 m, every height as frequent: four fifths of it lie between the deciles
    for (int i = 0; i < 20 * 38; ++i) h.push_back(3 * std::abs(i % 38 - 19));
    Profile const profile{h, 200};
    double const range = terrain_irregularity(profile, 0, profile.length()) * irregularity_at(profile.length(), 1);
    EXPECT_NEAR(range, 0.8 * 57, 1.5);
    EXPECT_EQ(terrain_irregularity(profile, 400, 700), 0); // fewer than two steps
}

TEST(ItmTerrain, LeavesATenthOutAtBothEndsOfTheMeanHeight) {
    std::vector<double> h(41, 230);
    for (std::size_t i : {0u, 1u, 2u, 3u, 37u, 38u, 39u, 40u}) h[i] = 900;
    EXPECT_NEAR(mean_height({h, 70}), 230, 1e-12);
}

TEST(ItmTerrain, IsLessIrregularOverShortPaths) {
    EXPECT_NEAR(irregularity_at(0, 90), 18, 1e-12); // a fifth at no distance, LR eq. 3
    EXPECT_NEAR(irregularity_at(1e9, 90), 90, 1e-9);
}

TEST(ItmPath, SeesTheHigherRidgeAsHorizonFromBothEnds) {
    std::vector<double> h(51, 300);
    h[20] = 520;
    h[30] = 340;
    auto const path = path_of({h, 100}, 8500e3, 37, 4);
    EXPECT_NEAR(path.tx.d_hzn, 2000, 1e-6);
    EXPECT_NEAR(path.rx.d_hzn, 3000, 1e-6);
    EXPECT_NEAR(path.tx.theta_hzn, (520 - 337.) / 2000 - 2000 / (2 * 8500e3), 1e-12);
}

TEST(ItmPath, RaisesAnAntennaThatStandsOverItsForeground) {
    std::vector<double> h(61, 300);
    h[0] = 380; // a knoll
    for (std::size_t i = 28; i < 33; ++i) h[i] = 600;
    auto const path = path_of({h, 100}, 8500e3, 23, 4);
    EXPECT_NEAR(path.tx.h_e, 23 + 80, 12);
    EXPECT_NEAR(path.rx.h_e, 4, 1);
}

TEST(ItmDiffraction, GrowsWithDistanceBeyondTheHorizons) {
    ItmLink const link{.f_mhz = 947, .h_tx_m = 37, .h_rx_m = 4, .epsilon = 15, .sigma_s = 0.005, .N_0 = 315};
    auto const medium = medium_of(link, 300);
    std::vector<double> h(51, 300);
    h[20] = 520;
    auto const path = path_of({h, 100}, medium.a_e_m, 37, 4);
    double before = 0;
    for (double d : {1.5, 2.1, 3.7, 8.0}) {
        double const A = diffraction_loss(path.d_ML() * d, path, medium);
        EXPECT_GT(A, before);
        before = A;
    }
}

TEST(ItmVariability, IsTheReferenceAtTheMedianButForTheClimate) {
    Path path{.d = 12e3, .delta_h = 130, .a_e = 8500e3, .tx = {.h = 37, .h_e = 37}, .rx = {.h = 4, .h_e = 4}};
    auto const median = [&](ItmClimate climate) { return with_variability(53, path, 947, climate, {}, {}).A; };
    EXPECT_NEAR(median(ItmClimate::continental_temperate), 53, 0.3); // the curves of figure 10.13 begin at zero
    path.d = 210e3;
    EXPECT_LT(median(ItmClimate::maritime_temperate_over_sea), median(ItmClimate::equatorial) - 1);
}

} // namespace
} // namespace phusong::itm

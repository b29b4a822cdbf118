#include "sim/radio/models/ehata.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/short_path.h"
#include "sim/radio/models/tr38901.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

constexpr std::array all_models{
    ShortPathModel::free_space,     ShortPathModel::rma,        ShortPathModel::uma, ShortPathModel::ehata_open,
    ShortPathModel::ehata_suburban, ShortPathModel::ehata_urban};

ShortPathLink link_of(double f_mhz, double h_tx_m) {
    return {.f_mhz = f_mhz, .h_tx_m = h_tx_m, .h_rx_m = 1.5, .rise_m = h_tx_m - 1.5};
}

double free_space_of(double d_km, ShortPathLink const& link) {
    return free_space_loss_db(std::hypot(d_km, link.rise_m / 1000), link.f_mhz);
}

TEST(ShortPath, IsTheModelThatWasChosen) {
    auto link = link_of(947, 37);
    EXPECT_EQ(short_path_loss_db(ShortPathModel::ehata_urban, 0.17, link),
              ehata_loss_db(0.17, 947, 37, 1.5, HataArea::urban));
    EXPECT_EQ(short_path_loss_db(ShortPathModel::rma, 0.17, link), tr38901_rma_los_db(170, {0.947, 37, 1.5}));
    EXPECT_EQ(short_path_loss_db(ShortPathModel::uma, 0.17, link), tr38901_uma_los_db(170, {0.947, 37, 1.5}));
    link.line_of_sight = false;
    EXPECT_EQ(short_path_loss_db(ShortPathModel::uma, 0.17, link), tr38901_uma_nlos_db(170, {0.947, 37, 1.5}));
    EXPECT_EQ(short_path_loss_db(ShortPathModel::rma, 0.17, link), tr38901_rma_nlos_db(170, {0.947, 37, 1.5}));
    EXPECT_EQ(short_path_loss_db(ShortPathModel::free_space, 0.17, link), free_space_of(0.17, link));
}

TEST(ShortPath, NeverFallsWithDistanceNorUnderFreeSpace) {
    for (auto model : all_models)
        for (double f : {703.0, 947.0, 1850.0, 2593.0})
            for (double h : {11.0, 42.0, 140.0})
                for (bool sight : {true, false}) {
                    auto link = link_of(f, h);
                    link.line_of_sight = sight;
                    double before = 0;
                    for (double d = 0; d < 0.4; d += 0.0013) {
                        double const L = short_path_loss_db(model, d, link);
                        ASSERT_GE(L, before) << d;
                        ASSERT_GE(L, free_space_of(d, link)) << d;
                        before = L;
                    }
                }
}

TEST(ShortPath, TakesTheStraightWayOverASteepSlope) {
    auto link = link_of(947, 37);
    link.rise_m = 290;
    EXPECT_NEAR(short_path_loss_db(ShortPathModel::rma, 0.13, link), free_space_of(0.13, link), 1e-12);
}

TEST(ShortPath, GivesNoWeightToP1812NearAndAllOfItFromItsOwnLimitOn) {
    for (double d : {0.0, 0.03, 0.125, static_cast<double>(NAN)}) EXPECT_EQ(short_path_weight(d), 0) << d;
    for (double d : {0.25, 0.26, 37.0}) EXPECT_EQ(short_path_weight(d), 1) << d;
    EXPECT_NEAR(short_path_weight(0.125 * std::sqrt(2.0)), 0.5, 1e-12);
    EXPECT_EQ(blended_loss_db<double>(0.06, 83, NAN), 83);
    EXPECT_EQ(blended_loss_db<double>(0.25, NAN, 91), 91);
}

TEST(ShortPath, WeighsTheSameInSinglePrecisionAndNeverLessFartherOut) {
    float before = 0;
    for (int i = 0; i <= 20000; ++i) {
        float const d = 0.12F + 0.000007F * static_cast<float>(i), w = short_path_weight(d);
        ASSERT_NEAR(w, short_path_weight(static_cast<double>(d)), 1e-6);
        ASSERT_GE(w, before - 1e-6F);
        before = w;
    }
    EXPECT_EQ(before, 1);
}

TEST(ShortPath, PassesIntoP1812WithoutAStepOrAKink) {
    auto const loss = [](double d) { return blended_loss_db(d, 80 + 40 * std::log10(d), 95 + 20 * std::log10(d)); };
    for (double at : {short_path_inner_km, short_path_outer_km}) {
        double const step = 1e-7;
        EXPECT_NEAR(loss(at + step) - loss(at - step), 0, 1e-4);
        double const left = (loss(at) - loss(at - step)) / step, right = (loss(at + step) - loss(at)) / step;
        EXPECT_NEAR(left, right, 0.01 * std::abs(left));
    }
}

TEST(ShortPath, StaysBetweenTheTwoLosses) {
    for (double d = 0.1; d < 0.3; d += 0.0017)
        for (double other : {71.0, 88.0, 133.0}) {
            double const L = blended_loss_db(d, 88.0, other);
            EXPECT_GE(L, std::min(88.0, other));
            EXPECT_LE(L, std::max(88.0, other));
        }
}

TEST(ShortPath, GrowsWithDistanceWhereP1812IsFreeSpaceWithinSight) {
    for (auto model : {ShortPathModel::free_space, ShortPathModel::rma, ShortPathModel::ehata_open})
        for (double f : {703.0, 947.0, 1850.0, 2593.0})
            for (double h : {11.0, 42.0, 70.0}) {
                auto const link = link_of(f, h);
                double before = 0;
                for (double d = 0.011; d < 0.4; d += 0.0007) {
                    double const L = blended_loss_db(d, short_path_loss_db(model, d, link), free_space_of(d, link));
                    ASSERT_GT(L, before) << f << " MHz, " << h << " m, " << d << " km";
                    before = L;
                }
            }
}

TEST(ShortPath, GrowsWithDistanceUnlessP1812LiesFourDecibelsLower) {
    auto const falls = [](double gap_db) { // free space twice, the second lower by the gap
        double before = 0;
        for (double d = 0.1; d < 0.3; d += 0.0003) {
            double const L = blended_loss_db(d, 20 * std::log10(d) + 92, 20 * std::log10(d) + 92 - gap_db);
            if (L < before) return true;
            before = L;
        }
        return false;
    };
    EXPECT_FALSE(falls(4));
    EXPECT_FALSE(falls(-37));
    EXPECT_TRUE(falls(5)); // no smooth way leads up to a place that lies lower
}

TEST(ShortPath, RefusesWhatLiesOutsideItsDomain) {
    auto const link = link_of(947, 37);
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::free_space, -0.01, link), std::invalid_argument);
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::free_space, 5.1, link), std::invalid_argument);
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::free_space, NAN, link), std::invalid_argument);
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::rma, 0.2, link_of(947, 7)), std::invalid_argument);
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::ehata_open, 0.2, link_of(3500, 37)), std::invalid_argument);
    auto unknown = link;
    unknown.rise_m = NAN;
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::rma, 0.2, unknown), std::invalid_argument);
}

TEST(ShortPath, AsksUmaAtTheNearestHeightsThatItKnows) {
    auto link = link_of(947, 4.5);
    link.h_rx_m = 1;
    EXPECT_THROW((void)short_path_loss_db(ShortPathModel::uma, 0.2, link), std::invalid_argument);
    EXPECT_EQ(limited_short_path_loss_db(ShortPathModel::uma, 0.2, link), tr38901_uma_los_db(200, {0.947, 10, 1.5}));
    link.h_tx_m = 263, link.h_rx_m = 40;
    EXPECT_EQ(limited_short_path_loss_db(ShortPathModel::uma, 0.2, link), tr38901_uma_los_db(200, {0.947, 150, 13}));
}

} // namespace
} // namespace phusong

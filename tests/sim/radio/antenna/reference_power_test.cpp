#include "sim/radio/antenna/reference_power.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(ReferencePower, IsTheCarrierItselfForTheSecondGeneration) {
    EXPECT_EQ(reference_power_dbm(Technology::g2, {.total_dbm = 43.5}), 43.5);
}

TEST(ReferencePower, IsThePilotsShareForTheThirdGeneration) {
    EXPECT_NEAR(reference_power_dbm(Technology::g3, {.total_dbm = 43, .pilot_power_share = 0.1}), 33, 1e-9);
    EXPECT_NEAR(reference_power_dbm(Technology::g3, {.total_dbm = 43, .pilot_power_share = 0.05}), 29.9897, 1e-4);
}

TEST(ReferencePower, IsOneSubcarriersShareForTheFourthAndFifth) {
    // 10 MHz: 50 blocks, 600 subcarriers, 27.78 dB. 100 MHz at 30 kHz: 273 blocks, 3276 subcarriers, 35.15 dB.
    EXPECT_NEAR(reference_power_dbm(Technology::g4, {.total_dbm = 43, .resource_blocks = 50}), 15.2185, 1e-4);
    EXPECT_NEAR(reference_power_dbm(Technology::g5, {.total_dbm = 53, .resource_blocks = 273}), 17.8466, 1e-4);
}

} // namespace
} // namespace phusong

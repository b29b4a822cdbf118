#include "sim/radio/antenna/sector.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace phusong {
namespace {

constexpr double rad = std::numbers::pi / 180;

Sector sector() {
    Sector s;
    s.azimuth_deg = 120;
    s.power_dbm = 15.2;
    s.losses_db = 1.3;
    s.pattern = std::make_shared<AntennaPattern const>(make_3gpp_pattern({.gain_dbi = 17.3,
                                                                          .horizontal_beamwidth_deg = 65,
                                                                          .vertical_beamwidth_deg = 7,
                                                                          .most_attenuation_db = 30,
                                                                          .side_lobe_attenuation_db = 20,
                                                                          .electrical_tilt_deg = 0}));
    return s;
}

TEST(SectorGain, IsHighestInItsOwnDirection) {
    EXPECT_NEAR(gain_dbi(sector(), 120, 0), 17.3, 1e-9);
    EXPECT_NEAR(gain_dbi(sector(), 480, 0), 17.3, 1e-9);
    EXPECT_NEAR(gain_dbi(sector(), 152.5, 0), 14.3, 0.005); // half of 65 degrees; the cut is linear from 32 to 33
    EXPECT_NEAR(gain_dbi(sector(), 120, 3.5), 14.3, 0.07);
    EXPECT_NEAR(gain_dbi(sector(), 300, 0), -12.7, 1e-6);
}

TEST(SectorGain, NeverLosesMoreThanTheBackOfTheAntenna) {
    EXPECT_NEAR(gain_dbi(sector(), 300, 40), 17.3 - 30, 1e-6); // 30 and 20 dB do not add up
}

TEST(SectorGain, ElectricalTiltMovesTheVerticalCutInEveryDirectionAlike) {
    auto tilted = sector();
    tilted.electrical_tilt_deg = 5;
    for (double azimuth_deg : {120., 150., 210., 300.})
        EXPECT_NEAR(gain_dbi(tilted, azimuth_deg, 7), gain_dbi(sector(), azimuth_deg, 2), 1e-9) << azimuth_deg;
}

TEST(SectorGain, TiltThatThePatternHasAlreadyIsNotCountedTwice) {
    auto tilted = sector();
    auto pattern = *tilted.pattern;
    std::rotate(pattern.vertical_db.rbegin(), pattern.vertical_db.rbegin() + 3, pattern.vertical_db.rend());
    pattern.electrical_tilt_deg = 3;
    tilted.pattern = std::make_shared<AntennaPattern const>(pattern);
    tilted.electrical_tilt_deg = 3;
    EXPECT_NEAR(gain_dbi(tilted, 120, 3), 17.3, 1e-9);
    tilted.electrical_tilt_deg = 5;
    EXPECT_NEAR(gain_dbi(tilted, 120, 5), 17.3, 1e-9);
}

TEST(SectorGain, MechanicalTiltIsFullInFrontNothingSidewaysAndUpwardsBehind) {
    auto tilted = sector();
    tilted.mechanical_tilt_deg = 6;
    auto unlimited = *tilted.pattern;
    unlimited.most_attenuation_db = AntennaPattern::unlimited_db;
    tilted.pattern = std::make_shared<AntennaPattern const>(unlimited);
    auto level = tilted;
    level.mechanical_tilt_deg = 0;
    EXPECT_NEAR(gain_dbi(tilted, 120, 6), gain_dbi(level, 120, 0), 1e-9);
    EXPECT_NEAR(gain_dbi(tilted, 210, 1), gain_dbi(level, 210, 1), 1e-9);
    EXPECT_NEAR(gain_dbi(tilted, 300, -6), gain_dbi(level, 300, 0), 1e-9);
}

TEST(SectorGain, MechanicalTiltIsNearTheTurnOfABodyInSpace) {
    // Exact: the part of the direction that lies under the turned horizon.
    constexpr double tilt_deg = 10;
    for (double off_deg = 0; off_deg <= 180; off_deg += 5) {
        double const exact_deg = std::asin(std::cos(off_deg * rad) * std::sin(tilt_deg * rad)) / rad;
        EXPECT_NEAR(tilt_deg * std::cos(off_deg * rad), exact_deg, 0.03) << off_deg;
    }
}

TEST(Depression, SeesTheReceiverUnderTheHorizonAndTheEarthCurvingAway) {
    EXPECT_NEAR(depression_deg(340, 240, 1000, 1e12), std::atan(0.1) / rad, 1e-9);
    EXPECT_LT(depression_deg(340, 540, 1000, 8495), 0);
    // 17 km over an earth of 8495 km: half the angle at the centre, 17/16990 rad
    EXPECT_NEAR(depression_deg(55, 55, 17'000, 8495), 17. / 16990 / rad, 1e-6);
}

TEST(Eirp, IsPowerLessLossesPlusGain) { EXPECT_NEAR(eirp_dbm(sector()), 31.2, 1e-9); }

} // namespace
} // namespace phusong

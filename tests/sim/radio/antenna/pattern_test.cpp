#include "sim/radio/antenna/pattern.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

FormulaAntenna const macro{.gain_dbi = 17.3,
                           .horizontal_beamwidth_deg = 70,
                           .vertical_beamwidth_deg = 8,
                           .most_attenuation_db = 25,
                           .side_lobe_attenuation_db = 20,
                           .electrical_tilt_deg = 4};

TEST(FormulaPattern, LosesThreeDecibelsAtHalfTheBeamwidthOnBothSides) {
    auto const p = make_3gpp_pattern(macro);
    for (std::size_t i : {35U, 325U}) EXPECT_NEAR(p.horizontal_db[i], 3, 1e-6) << i;
    for (std::size_t i : {8U, 0U}) EXPECT_NEAR(p.vertical_db[i], 3, 1e-6) << i; // 4 degrees from the tilt of 4
    EXPECT_EQ(p.vertical_db[4], 0);
}

TEST(FormulaPattern, HasTheValuesOfTheTables) {
    // TR 38.901 Table 7.3-1: 65 degrees, 30 dB: 12 (40/65)^2 = 4.5444; behind 30.
    auto const p = make_3gpp_pattern({.gain_dbi = 8,
                                      .horizontal_beamwidth_deg = 65,
                                      .vertical_beamwidth_deg = 65,
                                      .most_attenuation_db = 30,
                                      .side_lobe_attenuation_db = 30,
                                      .electrical_tilt_deg = 0});
    EXPECT_NEAR(p.horizontal_db[40], 4.5444, 1e-4);
    EXPECT_NEAR(p.vertical_db[320], 4.5444, 1e-4);
    EXPECT_EQ(p.horizontal_db[180], 30);
    EXPECT_EQ(p.most_attenuation_db, 30);
    EXPECT_EQ(p.gain_dbi, 8);
}

TEST(FormulaPattern, WeakensAtMostBySideLobesUpAndByTheBackBehind) {
    auto const p = make_3gpp_pattern(macro);
    EXPECT_EQ(p.vertical_db[270], 20);
    EXPECT_EQ(p.horizontal_db[183], 25);
}

TEST(Attenuation, IsLinearBetweenDegreesAndRoundTheCircle) {
    AntennaCut cut{};
    cut[359] = 7;
    cut[0] = 3;
    cut[1] = 5;
    EXPECT_NEAR(attenuation_db(cut, 0.25), 3.5, 1e-12);
    EXPECT_NEAR(attenuation_db(cut, -0.25), 4, 1e-12);
    EXPECT_NEAR(attenuation_db(cut, 359.75), 4, 1e-12);
    EXPECT_NEAR(attenuation_db(cut, 720.25), 3.5, 1e-12);
    EXPECT_NEAR(attenuation_db(cut, -1e-17), 3, 1e-9); // rounds to a whole turn
}

TEST(HalfTurn, KeepsAnglesBetweenMinusAndPlus180) {
    EXPECT_EQ(half_turn_deg(190), -170);
    EXPECT_EQ(half_turn_deg(-190), 170);
    EXPECT_EQ(half_turn_deg(180), -180);
    EXPECT_EQ(half_turn_deg(725), 5);
}

TEST(Omni, RadiatesAlikeInAllDirections) {
    auto const p = omni(6.5);
    EXPECT_EQ(p.gain_dbi, 6.5);
    for (double angle_deg = -400; angle_deg < 400; angle_deg += 37.7) {
        EXPECT_EQ(attenuation_db(p.horizontal_db, angle_deg), 0);
        EXPECT_EQ(attenuation_db(p.vertical_db, angle_deg), 0);
    }
}

} // namespace
} // namespace phusong

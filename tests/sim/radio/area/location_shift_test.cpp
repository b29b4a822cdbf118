#include "sim/radio/area/location_shift.h"
#include "tests/sim/radio/mountains.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

// (0.024 · 1.85 + 0.52) · 90^0.28 = 1.9900 dB; the normal distribution is 1.28155 from its middle at 90 %.
TEST(LocationShift, IsThatOfTheRecommendationForNineOfTenPlaces) {
    auto const radio = test::ordinary_radio();
    EXPECT_NEAR(location_shift_db(radio, Technology::g4, 90, 90), 1.28155 * 1.9900, 2e-3);
    EXPECT_EQ(location_shift_db(radio, Technology::g4, 90, 50), 0);
    EXPECT_NEAR(location_shift_db(radio, Technology::g4, 90, 10), -1.28155 * 1.9900, 2e-3);
}

TEST(LocationShift, CountsFromWhatTheScenarioAlreadyAsks) {
    auto radio = test::ordinary_radio();
    double const whole_db = location_shift_db(radio, Technology::g2, 30, 95);
    radio.location_percent = 80;
    double const rest_db = location_shift_db(radio, Technology::g2, 30, 95);
    EXPECT_EQ(location_shift_db(radio, Technology::g2, 30, 80), 0);
    EXPECT_LT(rest_db, whole_db);
    EXPECT_GT(rest_db, 0);
}

} // namespace
} // namespace phusong

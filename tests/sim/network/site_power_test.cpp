#include "sim/network/site_power.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

TEST(SitePower, HasOnePriceUntilTheScenarioGivesALoad) {
    Scenario s;
    s.prices.solar_vnd = 310e6;
    EXPECT_EQ(solar_vnd(s), 310e6);
    s.power = {470, 3.4, 0.72, 2.5, 0.6, 24000, 3.9e6, 27e6};
    // 11,280 Wh a day: 4607.84 W of panels, 47 kWh of battery.
    EXPECT_NEAR(solar_vnd(s), 27e6 + 11280 / (3.4 * 0.72) * 24000 + 47 * 3.9e6, 1);
    s.power.peak_sun_hours = 4.1;
    EXPECT_LT(solar_vnd(s), 27e6 + 4608.0 * 24000 + 47 * 3.9e6);
}

} // namespace
} // namespace phusong

#include "sim/network/power/power.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

PowerNeeds const needs{.load_w = 650,
                       .peak_sun_hours = 3.25,
                       .solar_efficiency_share = 0.75,
                       .autonomy_days = 2.5,
                       .depth_of_discharge_share = 0.6,
                       .generator_litres_per_kwh = 0.45};
PowerPrices const prices{.panel_vnd_per_w = 23000,
                         .battery_vnd_per_kwh = 4.1e6,
                         .solar_fixed_vnd = 37e6,
                         .solar_opex_share_per_year = 0.04,
                         .generator_vnd = 155e6,
                         .generator_opex_share_per_year = 0.07,
                         .fuel_vnd_per_litre = 18000,
                         .grid_vnd_per_km = 420e6,
                         .grid_connection_vnd = 29e6,
                         .grid_energy_vnd_per_kwh = 2300};

TEST(Power, SizesPanelsAndBatteryByTheLoad) {
    auto const size = solar_size(needs);
    EXPECT_NEAR(size.panel_w, 15600 / (3.25 * 0.75), 1e-9); // 650 W · 24 h a day
    EXPECT_NEAR(size.battery_kwh, 15.6 * 2.5 / 0.6, 1e-9);
    auto more = needs;
    more.load_w *= 1.3;
    EXPECT_NEAR(solar_size(more).panel_w / size.panel_w, 1.3, 1e-12);
    more.peak_sun_hours *= 2;
    EXPECT_LT(solar_size(more).panel_w, size.panel_w);
}

TEST(Power, NamesEveryWayWithItsYearAndPrice) {
    auto const all = power_options(needs, prices, 2021, 2024, GridDistance{3700, false});
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0], (PowerOption{PowerKind::grid, 2024, 29'000'000, 13'096'200})); // 0.65 kW · 8760 h · 2300 VND
    EXPECT_EQ(all[1], (PowerOption{PowerKind::grid_line, 2021, 1'583'000'000, 13'096'200}));
    EXPECT_EQ(all[2].capex_vnd, std::llround(37e6 + 6400 * 23000 + 65 * 4.1e6));
    EXPECT_EQ(all[2].opex_vnd_per_year, std::llround(0.04 * (37e6 + 6400 * 23000 + 65 * 4.1e6)));
    EXPECT_EQ(all[3].opex_vnd_per_year, std::llround(155e6 * 0.07 + 5694 * 0.45 * 18000));
}

TEST(Power, LeavesOutWhatHasNoPriceOrIsNotNeeded) {
    auto const there = power_options(needs, PowerPrices{}, 2021, 2019, GridDistance{3700, false});
    ASSERT_EQ(there.size(), 1U);
    EXPECT_EQ(there[0].year, 2021); // the grid came before the plan
    EXPECT_TRUE(power_options(needs, PowerPrices{}, 2021, 0, std::nullopt).empty());
}

TEST(Power, IsTheCheapestThatIsThereInTime) {
    auto const all = power_options(needs, prices, 2021, 2024, GridDistance{3700, false});
    EXPECT_EQ(cheapest_power(all, 2024, 9)->kind, PowerKind::grid);
    EXPECT_EQ(cheapest_power(all, 2022, 9)->kind, PowerKind::solar);
    EXPECT_EQ(cheapest_power(all, 2022, 1)->kind, PowerKind::generator); // cheap to buy, dear to run
    EXPECT_FALSE(cheapest_power(all, 2020, 7));
    EXPECT_EQ(opening_year(2022, all[0]), 2024);
    EXPECT_EQ(opening_year(2022, all[2]), 2022);
}

TEST(Power, MeasuresTheWayToTheGrid) {
    std::vector<std::vector<geo::XY>> const lines{{{0, 500}, {900, 500}, {900, 4000}}};
    std::vector<geo::XY> const villages{{310, 40}, {-70, 20}};
    auto const by_line = grid_distance({450, 130}, lines, villages);
    ASSERT_TRUE(by_line);
    EXPECT_TRUE(by_line->from_lines);
    EXPECT_NEAR(by_line->distance_m, 370, 1e-9);
    auto const by_village = grid_distance({310, 130}, {}, villages);
    EXPECT_FALSE(by_village->from_lines);
    EXPECT_NEAR(by_village->distance_m, 90, 1e-9);
    EXPECT_FALSE(grid_distance({1, 2}, {}, {}));
}

} // namespace
} // namespace phusong

// Carriers that keep up with the load, and who could pay for them.
#include "sim/run/site_upgrade.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// A 4G carrier of one sector carries 10 Mbps, three sectors 30, of which half may be filled.
struct Upgrades : testing::Test {
    Scenario scenario;
    Plan plan;
    std::vector<SiteLoad> loads;

    Upgrades() {
        scenario.traffic.mean_bps_per_hz = {0, 0.5, 1.0, 3.3};
        scenario.radio.channel[index(Technology::g4)].bandwidth_mhz = 10;
        scenario.radio.antenna.sectors = 3;
        scenario.links.full_share = 0.5;
        scenario.prices.technology_vnd = 100;
        scenario.rollout.carry_over = true;
        for (int year : {2021, 2022}) plan.operators.push_back({.year = year, .budget_vnd = 300, .available_vnd = 300});
    }
    void load(std::string const& code, int year, double mbps, double users) {
        loads.push_back({.code = code,
                         .commune = {},
                         .year = year,
                         .users = users,
                         .load_mbps = mbps,
                         .carriers_4g = 1,
                         .sector_mbps = 10,
                         .capacity_mbps = 30});
    }
    std::vector<SiteUpgrade> made() const { return site_upgrades(scenario, plan, loads); }
};

TEST_F(Upgrades, ASiteGetsAsManyCarriersAsItsLoadAsksAndKeepsThem) {
    load("A", 2021, 15, 40); // half full: no more
    load("A", 2022, 31, 80); // 62 wanted, 30 there
    load("A", 2023, 45, 90); // 90 wanted, 90 there by then
    load("A", 2024, 46, 90);
    auto const upgrades = made();
    ASSERT_EQ(upgrades.size(), 2U);
    EXPECT_EQ(upgrades[0].year, 2022);
    EXPECT_EQ(upgrades[0].carriers, 2);
    EXPECT_EQ(upgrades[0].price_vnd, 200);
    EXPECT_EQ(upgrades[1].year, 2024);
    EXPECT_EQ(upgrades[1].carriers, 1);
    EXPECT_EQ(upgrades[1].capacity_mbps, 90);
}

TEST_F(Upgrades, MostUsersPerVndComeFirstUntilTheMoneyThatIsLeftIsGone) {
    load("A", 2021, 16, 10);
    load("B", 2021, 16, 30);
    load("C", 2021, 40, 59); // two carriers
    auto const upgrades = made();
    ASSERT_EQ(upgrades.size(), 3U);
    EXPECT_EQ(upgrades[0].code, "B");
    EXPECT_EQ(upgrades[1].code, "C");
    EXPECT_TRUE(upgrades[0].affordable && upgrades[1].affordable);
    EXPECT_FALSE(upgrades[2].affordable);
}

TEST_F(Upgrades, AStepIsPaidForOnlyWhereTheStepsOfItsSiteBeforeItAre) {
    scenario.prices.site_vnd = 1000;
    scenario.traffic.carriers_4g_max = 3;
    load("A", 2021, 75, 10); // 150 wanted: two carriers more, and two on a further site; there is no money for it
    load("A", 2022, 80, 10); // 160: one more, which alone would be cheap
    load("B", 2022, 16, 9);
    auto const upgrades = made();
    ASSERT_EQ(upgrades.size(), 3U);
    EXPECT_FALSE(upgrades[0].affordable);
    EXPECT_EQ(upgrades[1].code, "A");
    EXPECT_FALSE(upgrades[1].affordable) << "the four before it are not there";
    EXPECT_TRUE(upgrades[2].affordable) << "so that its money is left for another site";
    EXPECT_EQ(sum_of(upgrades).affordable_vnd, 100);
}

TEST_F(Upgrades, WhatIsCarriedOverIsSpentOnceAndNotWhatALaterYearNeeds) {
    load("A", 2021, 16, 10);
    load("B", 2022, 16, 10);
    plan.operators[1].capex_vnd = 200; // 100 are left at the end
    EXPECT_TRUE(made()[0].affordable);
    EXPECT_FALSE(made()[1].affordable);
    scenario.rollout.carry_over = false; // each year has its own
    EXPECT_TRUE(made()[1].affordable);
}

TEST_F(Upgrades, CarriersForWhichTheSiteHasNoSpectrumStandOnFurtherSites) {
    scenario.prices.site_vnd = 1000;
    scenario.traffic.carriers_4g_max = 3;
    load("A", 2021, 45, 10);  // 90 wanted: two more, three in all
    load("A", 2022, 60, 10);  // 120: a fourth, on a site of its own
    load("A", 2023, 90, 10);  // 180: two more beside it
    load("A", 2024, 105, 10); // 210: a seventh, on a third site
    auto const upgrades = made();
    ASSERT_EQ(upgrades.size(), 4U);
    std::vector<int> carriers, sites;
    std::vector<double> price_vnd;
    for (auto const& one : upgrades) {
        carriers.push_back(one.carriers);
        sites.push_back(one.further_sites);
        price_vnd.push_back(one.price_vnd);
    }
    EXPECT_EQ(carriers, (std::vector{2, 1, 2, 1}));
    EXPECT_EQ(sites, (std::vector{0, 1, 0, 1}));
    EXPECT_EQ(price_vnd, (std::vector<double>{200, 1000, 200, 1000})) << "a new site brings its first carrier";
}

TEST_F(Upgrades, NobodyPaysBeforeThePlan) {
    load("A", 2020, 16, 10);
    EXPECT_FALSE(made().at(0).affordable);
}

} // namespace
} // namespace phusong

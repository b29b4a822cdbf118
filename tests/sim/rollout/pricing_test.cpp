#include "sim/rollout/pricing.h"
#include "tests/sim/rollout/hand_made.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

Scenario priced() {
    Scenario scenario;
    scenario.prices.site_vnd = 750e6;
    scenario.prices.technology_vnd = 875e6; // 35,000 USD at 25,000
    scenario.prices.solar_vnd = 300e6;      // 12,000 USD
    scenario.prices.solar_opex_share_per_year = 0.07;
    scenario.prices.fibre_home_vnd = 2e6;
    scenario.prices.site_opex_share_per_year = 0.1;
    scenario.prices.site_energy_vnd_per_year = 57e6;
    scenario.prices.remote_opex_extra_share = 0.35;
    scenario.prices.shared_saving_share = 0.3;
    return scenario;
}

Candidate new_site() {
    Candidate site;
    site.technologies.add(Technology::g2);
    site.technologies.add(Technology::g4);
    site.link.capex_vnd = 420e6;
    site.link.opex_vnd_per_year = 9e6;
    return site;
}

TEST(Pricing, AddsUpANewSite) {
    auto site = new_site();
    auto const town = new_site_cost(priced(), site, /*remote=*/false);
    EXPECT_NEAR(town.capex_vnd(), 750e6 + 420e6, 1);
    EXPECT_NEAR(town.opex_vnd_per_year, 0.1 * 750e6 + 57e6 + 9e6, 1);
    site.solar = true;
    auto const remote = new_site_cost(priced(), site, /*remote=*/true);
    EXPECT_NEAR(remote.capex_vnd(), 750e6 + 420e6 + 300e6, 1);
    EXPECT_NEAR(remote.opex_vnd_per_year, 75e6 * 1.35 + 21e6 + 9e6, 1);
    site.solar = false;
    // Backhaul is not dearer for being remote.
    EXPECT_NEAR(new_site_cost(priced(), site, /*remote=*/true).opex_vnd_per_year, (75e6 + 57e6) * 1.35 + 9e6, 1);
}

TEST(Pricing, LetsASolarSitePayForItsBatteriesAndNotForTheGrid) {
    auto site = new_site();
    site.solar = true;
    auto scenario = priced();
    double const before = new_site_cost(scenario, site, /*remote=*/true).opex_vnd_per_year;
    scenario.prices.site_energy_vnd_per_year *= 3;
    EXPECT_EQ(new_site_cost(scenario, site, /*remote=*/true).opex_vnd_per_year, before);
    scenario.prices.solar_opex_share_per_year = 0.11;
    EXPECT_NEAR(new_site_cost(scenario, site, /*remote=*/true).opex_vnd_per_year, before + 0.04 * 300e6, 1);
    scenario.rollout.share_sites = true; // the batteries are not shared
    EXPECT_NEAR(new_site_cost(scenario, site, /*remote=*/true).opex_vnd_per_year, 75e6 * 0.7 * 1.35 + 33e6 + 9e6, 1);
}

TEST(Pricing, TakesTheSavingOffASharedSiteButNotOffItsBackhaul) {
    auto scenario = priced();
    scenario.rollout.share_sites = true;
    auto const cost = new_site_cost(scenario, new_site(), /*remote=*/false);
    EXPECT_NEAR(cost.site_vnd, 525e6, 1);
    EXPECT_NEAR(cost.backhaul_vnd, 420e6, 1);
    EXPECT_NEAR(cost.opex_vnd_per_year, 0.7 * (75e6 + 57e6) + 9e6, 1);
}

TEST(Pricing, BuysOnlyTheTechnologyForAStandingSite) {
    Candidate site;
    site.technologies.add(Technology::g4);
    auto const cost = added_technology_cost(priced(), site, /*remote=*/true);
    EXPECT_NEAR(cost.capex_vnd(), 875e6, 1);
    EXPECT_NEAR(cost.opex_vnd_per_year, 87.5e6 * 1.35, 1);
}

TEST(Pricing, ConnectsTheHomesThatWillHaveALineByTheEndOfTheHorizon) {
    auto const scenario = [] {
        auto s = priced();
        s.years = {.base = 2020, .first = 2021, .last = 2025};
        s.finance.horizon_years = 9;
        return s;
    }();
    World world;
    Village village;
    village.people = 430;
    village.households = 95;
    TakeUpCurve const half{
        .ceiling_share = 0.24, .rate_per_year = 0, .midpoint_years = 0, .new_place_rate_per_year = 1e9};
    EXPECT_NEAR(homes_expected(world, scenario, village, half), 430 * 0.24 * 0.5, 1e-9);
    auto const full =
        TakeUpCurve{.ceiling_share = 0.6, .rate_per_year = 0, .midpoint_years = 0, .new_place_rate_per_year = 1e9};
    EXPECT_NEAR(homes_expected(world, scenario, village, full), 95, 1e-9); // no more than there are
    auto const rising = // a village that fibre reaches in 2025 has 52 in a hundred of them by 2033
        TakeUpCurve{.ceiling_share = 0.24, .rate_per_year = 0.08, .midpoint_years = 12, .new_place_rate_per_year = 1e9};
    EXPECT_NEAR(homes_expected(world, scenario, village, rising), 430 * 0.24 / (1 + std::exp(-0.08)), 1e-9);
    auto fibre = new_site();
    EXPECT_NEAR(fibre_village_cost(scenario, fibre, 52).capex_vnd(), 420e6 + 104e6, 1);
}

/// Every price and share that a new site, an added technology or fibre to a village is made of.
std::vector<double Prices::*> all_prices() {
    return {&Prices::site_vnd,
            &Prices::technology_vnd,
            &Prices::solar_vnd,
            &Prices::fibre_home_vnd,
            &Prices::site_energy_vnd_per_year,
            &Prices::site_opex_share_per_year,
            &Prices::solar_opex_share_per_year,
            &Prices::remote_opex_extra_share};
}

/// A solar site with 5G, fibre to 31 homes and 4G on a standing site.
std::vector<ProjectCost> of_each_kind(Scenario const& scenario) {
    auto site = new_site();
    site.solar = true;
    site.technologies.add(Technology::g5);
    return {new_site_cost(scenario, site, /*remote=*/true), new_site_cost(scenario, new_site(), /*remote=*/true),
            fibre_village_cost(scenario, new_site(), 31), added_technology_cost(scenario, new_site(), /*remote=*/true)};
}

TEST(Pricing, ACheaperPriceNeverMakesTheSameProjectDearer) {
    for (bool shared : {false, true})
        for (auto price : all_prices())
            for (double factor : {0.9, 0.5, 0.0}) {
                auto scenario = priced();
                scenario.rollout.share_sites = shared;
                auto const before = of_each_kind(scenario);
                scenario.prices.*price *= factor;
                auto const after = of_each_kind(scenario);
                for (std::size_t i = 0; i < before.size(); ++i) {
                    EXPECT_LE(after[i].capex_vnd(), before[i].capex_vnd());
                    EXPECT_LE(after[i].opex_vnd_per_year, before[i].opex_vnd_per_year);
                }
            }
}

TEST(Pricing, APriceOfNothingEmptiesItsColumn) {
    auto scenario = priced();
    scenario.prices.site_vnd = scenario.prices.technology_vnd = scenario.prices.solar_vnd = 0;
    scenario.prices.fibre_home_vnd = 0;
    for (auto const& cost : of_each_kind(scenario)) {
        EXPECT_EQ(cost.site_vnd, 0);
        EXPECT_EQ(cost.technology_vnd, 0);
        EXPECT_EQ(cost.power_vnd, 0);
        EXPECT_EQ(cost.access_vnd, 0);
    }
}

TEST(Price, LetsWhatNeedsTheGridWaitAsMuchLongerAsTheGridIsLate) {
    test::HandMade made({40, 50, 60});
    std::array const grid_years{2011, 2022, 2023};
    for (std::size_t v = 0; v < grid_years.size(); ++v) {
        made.world.villages[v].households = 9;
        made.world.villages[v].grid_power_year = grid_years[v];
    }
    made.scenario.rollout.fixed_wireless = true;
    auto const earliest_years = [&](int late_years) {
        made.scenario.rollout.grid_delay_years = late_years;
        std::vector<int> years;
        for (auto const& c : price({}, made.world, made.scenario, made.curves).list) years.push_back(c.earliest_year);
        return years;
    };
    EXPECT_EQ(earliest_years(0), (std::vector{2021, 2022, 2023}));
    EXPECT_EQ(earliest_years(2), (std::vector{2021, 2024, 2025})) << "where the grid is already it stays";
    EXPECT_EQ(earliest_years(-5), (std::vector{2021, 2021, 2021})) << "not before the year after the base year";
}

} // namespace
} // namespace phusong

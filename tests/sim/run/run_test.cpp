#include "sim/run/run.h"
#include "tests/support/draw.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

namespace phusong {
namespace {

/// A served valley, a ridge, and a village behind it (300 m cells; heights in steps of 130 m).
World valley_and_pocket() {
    auto world = test::draw({.rows = {"................................", //
                                      ".F====V=======V=================", //
                                      "..T............................V", //
                                      "................................"},
                             .cell_m = 300,
                             .heights = {"...................4444.........", //
                                         "...................4444.........", //
                                         "...................4444.........", //
                                         "...................4444........."},
                             .communes = {"AAAAAAAAAAAAAAAAAAAAABBBBBBBBBBB", //
                                          "AAAAAAAAAAAAAAAAAAAAABBBBBBBBBBB", //
                                          "AAAAAAAAAAAAAAAAAAAAABBBBBBBBBBB", //
                                          "AAAAAAAAAAAAAAAAAAAAABBBBBBBBBBB"}});
    world.villages[0].fibre_year = 2018;
    world.census_year = 2019;
    world.people_growth_share_per_year = 0.012;
    return world;
}

Scenario affordable() {
    Scenario s;
    s.years = {.base = 2020, .first = 2021, .last = 2023};
    s.radio.budget = {LinkBudget{947, 55, -95, 12}, LinkBudget{2140, 48, -100, 8}, LinkBudget{1850, 31, -105, 9},
                      LinkBudget{2593, 38, -110, 6}};
    s.radio.margin_db = 9;
    s.prices.site_vnd = 750e6;
    s.prices.technology_vnd = 875e6;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.microwave_short_km = 15;
    s.prices.microwave_medium_km = 30;
    s.prices.microwave_short_vnd = 640e6;
    s.prices.microwave_medium_vnd = 1000e6;
    s.prices.microwave_long_vnd = 2000e6;
    s.prices.vsat_vnd = 20e6;
    s.prices.solar_vnd = 300e6;
    s.prices.solar_opex_share_per_year = 0.08;
    s.prices.fibre_home_vnd = 2e6;
    s.prices.site_opex_share_per_year = 0.1;
    s.prices.site_energy_vnd_per_year = 61e6;
    s.rollout.operator_budget_bn_vnd = {6};
    s.rollout.public_budget_bn_vnd = {7};
    s.adoption.mobile = {.ceiling_share = 0.95,
                         .base_per_100 = 53.7,
                         .base_growth_share = 0.031,
                         .revenue_vnd_per_month = 82000,
                         .new_place_rate_per_year = 0.6};
    s.adoption.fixed = {.ceiling_share = 0.26,
                        .base_per_100 = 4.7,
                        .base_growth_share = 0.037,
                        .revenue_vnd_per_month = 165000,
                        .new_place_rate_per_year = 0.35};
    s.adoption.paytv = {.ceiling_share = 0.12,
                        .base_per_100 = 1.9,
                        .base_growth_share = 0.029,
                        .revenue_vnd_per_month = 50000,
                        .new_place_rate_per_year = 0.25};
    s.adoption.smartphone_share_base = 0.6;
    s.adoption.smartphone_growth_points_per_year = 4.5;
    s.adoption.smartphone_ceiling_share = 0.95;
    s.finance.discount_rate = 0.11;
    s.finance.tax_share = 0.2;
    s.finance.operator_margin_share = 0.17;
    s.finance.broadband_uplift_share = 0.3;
    return s;
}

TEST(Run, BringsSignalBehindTheRidgeAndSubscribersFollow) {
    auto const world = valley_and_pocket();
    auto const outcome = run(world, affordable());
    ASSERT_EQ(outcome.villages.size(), 4U);
    EXPECT_EQ(outcome.villages[0][0].state, SignalState::good);
    EXPECT_NE(outcome.villages[0][2].state, SignalState::good);
    EXPECT_EQ(outcome.villages[3][2].state, SignalState::good);
    EXPECT_EQ(outcome.plan.reason[3][2].code(), "BUILT");
    auto const& mobile = outcome.subscribers.count[index(ServiceKind::mobile)];
    EXPECT_LT(mobile[0][1], 0.1);
    EXPECT_GT(mobile[3][1], mobile[1][1]);
    EXPECT_GT(mobile[1][1], 0);
}

TEST(Run, PutsOnNewSitesWhatTheScenarioSays) {
    auto scenario = affordable();
    scenario.rollout.new_site_technologies = {1U << index(Technology::g3)};
    int new_sites = 0;
    for (auto const& candidate : run(valley_and_pocket(), scenario).candidates.list) {
        if (candidate.kind != ProjectKind::new_site) continue;
        EXPECT_EQ(candidate.technologies, scenario.rollout.new_site_technologies);
        ++new_sites;
    }
    EXPECT_GT(new_sites, 0);
}

TEST(Run, MeetsTheBaseYearExactly) {
    auto const outcome = run(valley_and_pocket(), affordable());
    auto const& s = outcome.subscribers;
    EXPECT_NEAR(100 * s.total(ServiceKind::mobile, 0) / s.total_people(0), 53.7, 1e-9);
    EXPECT_NEAR(s.total(ServiceKind::fixed, 0) / s.total_before_base[index(ServiceKind::fixed)], 1.037, 1e-12);
}

TEST(Run, GrowsNoCoverageWithoutInvestment) {
    auto const world = valley_and_pocket();
    auto scenario = affordable();
    scenario.rollout.operator_budget_bn_vnd = {0};
    scenario.rollout.public_budget_bn_vnd = {0};
    auto const outcome = run(world, scenario);
    EXPECT_TRUE(outcome.plan.projects.empty());
    for (std::size_t y = 1; y < 4; ++y) {
        for (std::size_t v = 0; v < 3; ++v) EXPECT_EQ(outcome.villages[y][v].state, outcome.villages[0][v].state);
        EXPECT_EQ(outcome.reached.share[index(ServiceKind::mobile)][y],
                  outcome.reached.share[index(ServiceKind::mobile)][0]);
        EXPECT_EQ(outcome.village_fibre[y], outcome.village_fibre[0]);
    }
}

TEST(Run, ReachesThePeopleThatThePlanPromised) {
    auto const world = valley_and_pocket();
    auto const outcome = run(world, affordable());
    std::map<int, double> promised;
    for (auto const& project : outcome.plan.projects)
        promised[project.year] += project.new_people[index(ServiceKind::mobile)];
    auto const& share = outcome.reached.share[index(ServiceKind::mobile)];
    for (int year = 2021; year <= 2023; ++year) {
        auto const y = static_cast<std::size_t>(year - 2020);
        double newly = 0;
        for (std::size_t v = 0; v < world.villages.size(); ++v)
            newly += (share[y][v] - share[y - 1][v]) * world.villages[v].people * world.growth_since_census(year);
        EXPECT_NEAR(newly, promised[year], 1e-6) << year;
    }
}

TEST(Run, ShowsEachYearsMapsOnceBaseYearFirst) {
    std::vector<int> years;
    std::vector<long> cells_with_signal;
    (void)run(valley_and_pocket(), affordable(), [&](int year, SignalMaps const& maps) {
        years.push_back(year);
        cells_with_signal.push_back((maps.best_dbm[index(Technology::g4)].values >= -105.0F).count());
    });
    EXPECT_EQ(years, (std::vector{2020, 2021, 2022, 2023}));
    EXPECT_TRUE(std::ranges::is_sorted(cells_with_signal));
    EXPECT_LT(cells_with_signal.front(), cells_with_signal.back());
}

TEST(Run, TellsWhatWouldHaveComeWithoutThePlan) {
    auto scenario = affordable();
    auto const planned = run(valley_and_pocket(), scenario);
    scenario.rollout.operator_budget_bn_vnd = {0};
    scenario.rollout.public_budget_bn_vnd = {0};
    auto const idle = run(valley_and_pocket(), scenario);
    for (auto const service : services)
        for (int y = 0; y < 4; ++y)
            EXPECT_DOUBLE_EQ(planned.subscribers_without_plan.total(service, y), idle.subscribers.total(service, y));
    EXPECT_GT(planned.subscribers.total(ServiceKind::mobile, 3),
              planned.subscribers_without_plan.total(ServiceKind::mobile, 3));
    EXPECT_EQ(planned.rural_criterion_8.size(), 4U);
}

TEST(Run, SpendsWholeVndSoThatEverySumIsExact) {
    auto scenario = affordable();
    scenario.prices.site_vnd = 733'333'333.3;
    scenario.rollout.operator_budget_bn_vnd = {2.1234567891, 1.3, 0.7};
    scenario.rollout.public_budget_bn_vnd = {7.0000000001};
    auto const outcome = run(valley_and_pocket(), scenario);
    EXPECT_FALSE(outcome.plan.projects.empty());
    for (auto const* purse : {&outcome.plan.operators, &outcome.plan.public_purse})
        for (auto const& year : *purse)
            for (double const vnd : {year.budget_vnd, year.carried_vnd, year.capex_vnd, year.recurring_vnd})
                EXPECT_EQ(vnd, std::round(vnd));
}

TEST(Run, GivesMapsPeopleAndReasonsInTheYearsBetweenTheBaseYearAndALaterPlan) {
    auto world = valley_and_pocket();
    world.villages[1].fibre_year = 2022; // arrives by itself, before the plan
    auto scenario = affordable();
    scenario.years = {.base = 2020, .first = 2023, .last = 2024};
    std::vector<int> years;
    auto const outcome = run(world, scenario, [&](int year, SignalMaps const&) { years.push_back(year); });
    EXPECT_EQ(years, (std::vector{2020, 2021, 2022, 2023, 2024}));
    ASSERT_EQ(outcome.villages.size(), 5U);
    ASSERT_EQ(outcome.plan.reason.size(), 5U);
    ASSERT_EQ(outcome.village_fibre.size(), 5U);
    EXPECT_EQ(outcome.plan.operators.size(), 2U);
    EXPECT_EQ(outcome.plan.unbuilt.size(), 2U);
    EXPECT_FALSE(outcome.village_fibre[1][1]);
    EXPECT_TRUE(outcome.village_fibre[2][1]);
    for (std::size_t y = 0; y < 3; ++y) {
        EXPECT_NE(outcome.villages[y][2].state, SignalState::good);
        EXPECT_NE(outcome.plan.reason[y][2].code(), "BUILT");
        EXPECT_TRUE(outcome.plan.reason[y][2].before_plan);
    }
    EXPECT_EQ(outcome.plan.reason[3][2].code(), "BUILT");
    EXPECT_EQ(outcome.villages[3][2].state, SignalState::good);
    for (auto const& project : outcome.plan.projects) EXPECT_GE(project.year, 2023);
    for (int y = 1; y < 5; ++y)
        EXPECT_GT(outcome.subscribers.total(ServiceKind::mobile, y),
                  outcome.subscribers.total(ServiceKind::mobile, y - 1));
}

TEST(Run, TellsProgressOnceThroughWhenThePlanStartsLater) {
    auto scenario = affordable();
    scenario.years = {.base = 2020, .first = 2022, .last = 2023};
    std::vector<double> shares;
    auto const look_at_maps = [](int, SignalMaps const&) {};
    (void)run(valley_and_pocket(), scenario, look_at_maps, [&](geo::Message const& stage, double done_share) {
        if (stage.en == "Computing each year's coverage") shares.push_back(done_share);
    });
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    ASSERT_FALSE(shares.empty());
    EXPECT_GE(shares.front(), 0);
    EXPECT_LE(shares.back(), 1);
}

TEST(Run, ConservesPeople) {
    auto const world = valley_and_pocket();
    auto const outcome = run(world, affordable());
    double census = 0;
    for (auto const& village : world.villages) census += village.people;
    for (int year = 2020; year <= 2023; ++year)
        EXPECT_NEAR(outcome.subscribers.total_people(year - 2020), census * world.growth_since_census(year), 1e-9);
}

} // namespace
} // namespace phusong

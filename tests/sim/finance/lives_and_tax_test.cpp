#include "sim/finance/cross_subsidy.h"
#include "sim/finance/finance.h"
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace phusong {
namespace {

/// 700 people bring 144,000 VND a year each after a margin of 25 % and a tax of 20 %: 168 million gross a year.
struct Village {
    Scenario scenario;
    std::array<TakeUpCurve, service_count> curves{};
    ProjectCost cost{.site_vnd = 300e6, .technology_vnd = 80e6, .opex_vnd_per_year = 40e6};
    Village() {
        curves[index(ServiceKind::mobile)] = {
            .ceiling_share = 0.8, .rate_per_year = 0, .midpoint_years = 0, .new_place_rate_per_year = 1e9};
        scenario.adoption.mobile.revenue_vnd_per_month = 50000;
        scenario.finance = {.discount_rate = 0.09,
                            .tax_share = 0.2,
                            .operator_margin_share = 0.25,
                            .horizon_years = 8,
                            .broadband_uplift_share = 0,
                            .price_year = 2020};
        scenario.years = {.base = 2020, .first = 2021, .last = 2024};
    }
    Appraisal of(ProjectCost const& what, double people = 700) const {
        return appraise(what, {people, 0, 0}, curves, scenario, 2022);
    }
};

TEST(Lives, BuyAnItemAgainInTheHorizonAndTheNpvKnowsIt) {
    Village v;
    auto const never = v.of(v.cost);
    v.scenario.finance.technology_life_years = 3;
    auto const again = v.of(v.cost);
    ASSERT_EQ(again.replacement_vnd.size(), 8U);
    EXPECT_EQ(again.replacement_vnd, (std::vector<double>{0, 0, 0, 80e6, 0, 0, 80e6, 0}));
    double const discounted = 80e6 / std::pow(1.09, 3) + 80e6 / std::pow(1.09, 6);
    EXPECT_NEAR(never.npv_vnd - again.npv_vnd, discounted, 1);
    EXPECT_NEAR(again.operator_shortfall_vnd(v.cost, 3), std::max(0.0, 40e6 + 80e6 - 100.8e6), 1);
}

TEST(Lives, OfAllItemsTogetherAreWhatAProjectBuysAgain) {
    Village v;
    v.cost.power_vnd = 17e6;
    v.cost.backhaul_vnd = 23e6;
    v.scenario.finance.site_life_years = 5;
    v.scenario.finance.technology_life_years = 2;
    v.scenario.finance.power_life_years = 3;
    v.scenario.finance.backhaul_life_years = 9; // outlasts the horizon
    auto const bought_again = v.of(v.cost).replacement_vnd;
    for (int age = 0; age < 8; ++age) {
        auto const items = replaced_vnd(v.cost, v.scenario.finance, age);
        EXPECT_EQ(bought_again.at(static_cast<std::size_t>(age)), std::accumulate(items.begin(), items.end(), 0.0))
            << age;
    }
}

TEST(Lives, EmptyTheColumnOfAnItemThatCostsNothing) {
    Village v;
    v.cost.technology_vnd = 0;
    v.scenario.finance.technology_life_years = 2;
    for (int age = 0; age < 8; ++age) EXPECT_EQ(replaced_vnd(v.cost, v.scenario.finance, age)[1], 0) << age;
}

TEST(Tax, OnProfitTakesNothingFromRevenueThatOnlyCoversCosts) {
    Village v;
    v.scenario.finance.tax_on = "profit";
    // After margin 126 million; opex 40 and depreciation 380 / 8 = 47.5: profit 38.5, of which a fifth is taken.
    EXPECT_NEAR(v.of(v.cost).net_revenue_vnd[0], 126e6 - 0.2 * 38.5e6, 1);
    v.scenario.finance.tax_on = "revenue";
    EXPECT_NEAR(v.of(v.cost).net_revenue_vnd[0], 0.8 * 126e6, 1);
}

TEST(Tax, OnProfitWritesNothingOffAfterTheHorizon) {
    Village v;
    v.scenario.finance.tax_on = "profit";
    v.scenario.finance.horizon_years = 2; // built 2022, the plan goes on to 2024
    auto const net = v.of(v.cost).net_revenue_vnd;
    ASSERT_EQ(net.size(), 3U);
    EXPECT_NEAR(net[1], 126e6 - 0.2 * (126e6 - 40e6 - 380e6 / 2), 1);
    EXPECT_NEAR(net[2], 126e6 - 0.2 * (126e6 - 40e6), 1);
}

TEST(Tax, OnProfitIsNeverMoreThanOnRevenueAndAddsUpOverProjects) {
    Village v;
    v.scenario.finance.technology_life_years = 5;
    std::mt19937 random(2014);
    std::uniform_real_distribution<double> people(0, 900), capex(0, 900e6), opex(0, 90e6);
    for (int round = 0; round < 500; ++round) {
        ProjectCost const a{.site_vnd = capex(random), .opex_vnd_per_year = opex(random)};
        ProjectCost const b{.technology_vnd = capex(random), .opex_vnd_per_year = opex(random)};
        ProjectCost const both{.site_vnd = a.site_vnd,
                               .technology_vnd = b.technology_vnd,
                               .opex_vnd_per_year = a.opex_vnd_per_year + b.opex_vnd_per_year};
        double const p = people(random), q = people(random);
        v.scenario.finance.tax_on = "revenue";
        double const on_revenue = v.of(a, p).npv_vnd;
        v.scenario.finance.tax_on = "profit";
        EXPECT_GE(v.of(a, p).npv_vnd, on_revenue - 1);
        EXPECT_NEAR(v.of(both, p + q).npv_vnd, v.of(a, p).npv_vnd + v.of(b, q).npv_vnd, 1);
    }
}

TEST(RevenueFactors, KeepTheProvincesMeanAndFallWithPoverty) {
    World world;
    world.communes.resize(3);
    double const people[] = {700, 200, 350}, poor[] = {0.1, 0.8, 0.5};
    for (std::size_t c = 0; c < 3; ++c) {
        world.communes[c].people = people[c];
        world.communes[c].poor_share = poor[c];
    }
    Scenario scenario;
    scenario.finance.poor_revenue_share = 0.6;
    auto const factors = revenue_factors(world, scenario);
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) sum += people[c] * factors[c][0];
    EXPECT_NEAR(sum, 1250, 1e-9);
    EXPECT_NEAR(factors[1][0] / factors[0][0], (1 - 0.8 * 0.4) / (1 - 0.1 * 0.4), 1e-12);
    scenario.finance.poor_revenue_share = 1;
    EXPECT_EQ(revenue_factors(world, scenario)[1], (std::array<double, service_count>{1, 1, 1}));
}

TEST(Appraise, GivesAPlaceTheRevenueOfItsPeople) {
    Village v;
    auto poor = v.cost;
    poor.revenue_factor = {0.7, 1, 1};
    EXPECT_NEAR(v.of(poor).net_revenue_vnd[2], 0.7 * v.of(v.cost).net_revenue_vnd[2], 1e-3);
}

TEST(CrossSubsidy, PaysTheSmallestDeficitFirst) {
    auto const shared = cross_subsidy({-40, 90, -25, -70, 0});
    EXPECT_EQ(shared.pool_vnd, 90);
    EXPECT_EQ(shared.from_pool_vnd, (std::vector<double>{40, 0, 25, 25, 0}));
    EXPECT_EQ(shared.rest_vnd, (std::vector<double>{0, 0, 0, 45, 0}));
}

TEST(CrossSubsidy, NeitherLosesNorMakesMoney) {
    std::mt19937 random(193);
    std::uniform_int_distribution<int> npv(-900, 400);
    for (int round = 0; round < 1000; ++round) {
        std::vector<double> places;
        for (int i = 0; i < 9; ++i) places.push_back(npv(random));
        auto const shared = cross_subsidy(places);
        double paid = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            paid += shared.from_pool_vnd[i];
            EXPECT_EQ(shared.from_pool_vnd[i] + shared.rest_vnd[i], std::max(0.0, -places[i]));
        }
        EXPECT_LE(paid, shared.pool_vnd);
        bool const rest = std::accumulate(shared.rest_vnd.begin(), shared.rest_vnd.end(), 0.0) > 0;
        if (rest) { // nothing stays in the pool while somebody lacks
            EXPECT_EQ(paid, shared.pool_vnd);
        }
    }
}

} // namespace
} // namespace phusong

#include "sim/finance/finance.h"
#include <gtest/gtest.h>
#include <random>

namespace phusong {
namespace {

constexpr std::array<double, service_count> nobody{};

/// One kind of revenue, by a curve that is flat at 50 % of a ceiling of 0.8 and needs no catching up: each person
/// brings 0.8 · 0.5 · 12 · 50,000 VND = 240,000 VND a year, of which 0.75 · 0.8 = 60 % is left: 144,000 VND.
struct Flat {
    std::array<TakeUpCurve, service_count> curves{};
    Scenario scenario;
    Flat() {
        curves[index(ServiceKind::mobile)] = {
            .ceiling_share = 0.8, .rate_per_year = 0, .midpoint_years = 0, .new_place_rate_per_year = 1e9};
        scenario.adoption.mobile.revenue_vnd_per_month = 50000;
        scenario.finance.operator_margin_share = 0.25;
        scenario.finance.tax_share = 0.2;
        scenario.finance.discount_rate = 0.09;
        scenario.finance.horizon_years = 8;
        scenario.years = {.base = 2020, .first = 2021, .last = 2024};
    }
    Appraisal of(double people, double site_vnd, double opex_vnd, int year = 2022) const {
        auto reached = nobody;
        reached[index(ServiceKind::mobile)] = people;
        return appraise({.site_vnd = site_vnd, .opex_vnd_per_year = opex_vnd}, reached, curves, scenario, year);
    }
};

double npv_with_subsidies(Appraisal const& a, Finance const& finance) {
    return a.npv_vnd + a.capex_subsidy_vnd +
           a.opex_subsidy_vnd_per_year * annuity_due_factor(finance.discount_rate, finance.horizon_years);
}

TEST(Appraise, LeavesAViableProjectToTheMarket) {
    Flat const flat; // 700 people: 100.8 million a year against 40 million opex and 300 million capex
    auto const a = flat.of(700, 300e6, 40e6);
    double const annuity = annuity_due_factor(0.09, 8); // 6.0330
    EXPECT_NEAR(a.npv_vnd, (100.8e6 - 40e6) * annuity - 300e6, 1);
    EXPECT_EQ(a.viability, Viability::viable);
    EXPECT_EQ(a.operator_capex_vnd, 300e6);
    EXPECT_EQ(a.capex_subsidy_vnd, 0);
    EXPECT_EQ(a.opex_subsidy_vnd_per_year, 0);
}

TEST(Appraise, FillsAnInvestmentGapOnce) {
    Flat const flat; // 600 people: 86.4 − 40 = 46.4 million a year, present value 279.9 million of 420 million capex
    auto const a = flat.of(600, 420e6, 40e6);
    EXPECT_EQ(a.viability, Viability::needs_capex_subsidy);
    EXPECT_NEAR(a.capex_subsidy_vnd, 420e6 - 46.4e6 * annuity_due_factor(0.09, 8), 1);
    EXPECT_NEAR(a.operator_capex_vnd + a.capex_subsidy_vnd, 420e6, 1e-3);
    EXPECT_EQ(a.opex_subsidy_vnd_per_year, 0);
    EXPECT_NEAR(npv_with_subsidies(a, flat.scenario.finance), 0, 1);
}

TEST(Appraise, PaysEveryYearWhereRevenueIsUnderOpex) {
    Flat const flat; // 200 people: 28.8 million a year against 40 million: 11.2 million missing each year
    auto const a = flat.of(200, 420e6, 40e6);
    EXPECT_EQ(a.viability, Viability::needs_opex_subsidy);
    EXPECT_EQ(a.capex_subsidy_vnd, 420e6);
    EXPECT_EQ(a.operator_capex_vnd, 0);
    EXPECT_NEAR(a.opex_subsidy_vnd_per_year, 11.2e6, 1);
    EXPECT_NEAR(npv_with_subsidies(a, flat.scenario.finance), 0, 1);
}

TEST(Appraise, TellsWhatOperatorsAddInAYearThatRevenueDoesNotCover) {
    Flat const flat;
    ProjectCost const cost{.site_vnd = 300e6, .opex_vnd_per_year = 40e6};
    auto a = flat.of(200, 300e6, 40e6);
    EXPECT_NEAR(a.operator_shortfall_vnd(cost, 3), 0, 1); // the yearly subsidy fills it
    a.opex_subsidy_vnd_per_year = 0;
    EXPECT_NEAR(a.operator_shortfall_vnd(cost, 3), 11.2e6, 1);
    EXPECT_EQ(flat.of(700, 300e6, 40e6).operator_shortfall_vnd(cost, 0), 0);
}

TEST(Appraise, CountsRevenueFromTheYearOfBuildingAlongTheTakeUpCurve) {
    Flat flat;
    auto& curve = flat.curves[index(ServiceKind::mobile)];
    curve.new_place_rate_per_year = 0.5;
    auto const a = flat.of(500, 300e6, 40e6);
    ASSERT_EQ(a.net_revenue_vnd.size(), 8U);
    EXPECT_NEAR(a.net_revenue_vnd[0], 500 * 144000 * 0.221199, 200); // 1 − exp(−0.25)
    EXPECT_LT(a.net_revenue_vnd[0], a.net_revenue_vnd[7]);
}

TEST(Appraise, CountsWhatPlacesReachedEarlierHaveInTheSameYear) {
    Flat flat;
    auto& curve = flat.curves[index(ServiceKind::mobile)];
    curve.rate_per_year = 0.21;
    curve.midpoint_years = 3; // half of the ceiling at the end of 2023
    EXPECT_NEAR(flat.of(500, 300e6, 40e6, 2022).net_revenue_vnd[1], 500 * 144000, 1);
    EXPECT_NEAR(flat.of(500, 300e6, 40e6, 2021).net_revenue_vnd[2], 500 * 144000, 1);
    EXPECT_GT(flat.of(500, 300e6, 40e6, 2024).npv_vnd, flat.of(500, 300e6, 40e6, 2021).npv_vnd);
}

TEST(Appraise, KeepsCountingRevenueInAPlanThatOutlastsTheHorizonButNotInItsValue) {
    Flat flat;
    auto const within = flat.of(700, 300e6, 40e6);
    flat.scenario.years.last = 2036;
    auto const beyond = flat.of(700, 300e6, 40e6);
    EXPECT_EQ(within.net_revenue_vnd.size(), 8U);
    EXPECT_EQ(beyond.net_revenue_vnd.size(), 15U); // 2022 to 2036
    EXPECT_EQ(beyond.npv_vnd, within.npv_vnd);
    ProjectCost const cost{.site_vnd = 300e6, .opex_vnd_per_year = 40e6};
    EXPECT_EQ(beyond.operator_shortfall_vnd(cost, 7), 0); // 100.8 million a year against 40
    EXPECT_EQ(beyond.operator_shortfall_vnd(cost, 8), 0);
    EXPECT_EQ(beyond.operator_shortfall_vnd(cost, 14), 0);
}

TEST(Appraise, AsksOperatorsForNoMoreInAnyLaterYearWhereTakeUpRises) {
    Flat flat;
    flat.scenario.years.last = 2049;
    std::mt19937 random(2049);
    std::uniform_real_distribution<double> people(0, 900), capex(0, 900e6), opex(0, 90e6), rate(0, 0.7);
    for (int round = 0; round < 1000; ++round) {
        auto& curve = flat.curves[index(ServiceKind::mobile)];
        curve.rate_per_year = rate(random);
        curve.new_place_rate_per_year = rate(random);
        flat.scenario.finance.horizon_years = 3 + round % 19;
        ProjectCost const cost{.site_vnd = capex(random), .opex_vnd_per_year = opex(random)};
        auto const a = flat.of(people(random), cost.site_vnd, cost.opex_vnd_per_year);
        for (int age = 1; age <= 2049 - 2022; ++age)
            ASSERT_LE(a.operator_shortfall_vnd(cost, age), a.operator_shortfall_vnd(cost, age - 1) + 1e-3) << age;
    }
}

TEST(Appraise, IsAdditiveOverProjectsAndSubsidiesNeverOverpay) {
    Flat flat;
    flat.curves[index(ServiceKind::mobile)].new_place_rate_per_year = 0.4;
    std::mt19937 random(2269);
    std::uniform_real_distribution<double> people(0, 900), capex(0, 900e6), opex(0, 90e6);
    for (int round = 0; round < 1000; ++round) {
        double const p1 = people(random), p2 = people(random), c1 = capex(random), c2 = capex(random);
        double const o1 = opex(random), o2 = opex(random);
        auto const a = flat.of(p1, c1, o1), b = flat.of(p2, c2, o2), both = flat.of(p1 + p2, c1 + c2, o1 + o2);
        EXPECT_NEAR(both.npv_vnd, a.npv_vnd + b.npv_vnd, 1);
        EXPECT_NEAR(npv_with_subsidies(a, flat.scenario.finance), std::max(0.0, a.npv_vnd), 1);
        EXPECT_LE(a.capex_subsidy_vnd, c1);
        EXPECT_GE(a.operator_capex_vnd, 0);
    }
}

TEST(InWholeVnd, LeavesNoPartsOfAVndAndTheTwoPayersMakeTheCapex) {
    auto const cost = in_whole_vnd({.site_vnd = 525.4,
                                    .technology_vnd = 61.5,
                                    .power_vnd = 0.3,
                                    .backhaul_vnd = 207.9,
                                    .access_vnd = 33.49,
                                    .opex_vnd_per_year = 86.6});
    EXPECT_EQ(cost.capex_vnd(), 525 + 62 + 0 + 208 + 33);
    EXPECT_EQ(cost.opex_vnd_per_year, 87);
    Appraisal appraisal;
    appraisal.capex_subsidy_vnd = 311.7;
    appraisal.opex_subsidy_vnd_per_year = 41.2;
    auto const whole = in_whole_vnd(appraisal, cost);
    EXPECT_EQ(whole.capex_subsidy_vnd, 312);
    EXPECT_EQ(whole.operator_capex_vnd, 828 - 312);
    EXPECT_EQ(whole.opex_subsidy_vnd_per_year, 41);
}

} // namespace
} // namespace phusong

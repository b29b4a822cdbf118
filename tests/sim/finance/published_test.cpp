#include "sim/finance/finance.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

double rounded_to(double value, int decimals) {
    double const factor = std::pow(10, decimals);
    return std::round(value * factor) / factor;
}

// The cost modules of the published models of Oughton and others (pytal, globalsat) print these sums in their tests:
// 1,000 a year for two years at 5 % is 1952; 1,000 at once and 10 % of it a year is 1195.
TEST(PublishedSums, OfTheModelsWhoseConventionThisIs) {
    EXPECT_EQ(std::round(1000 * annuity_due_factor(0.05, 2)), 1952);
    std::vector<double> flow(2, 100.0);
    flow[0] += 1000;
    EXPECT_EQ(std::round(present_value(flow, 0.05)), 1195);
}

// Capex in year 0 and opex of the years 0 to 9 at 3.5 %; tables of PVIFA print 8.3166 for payments at the year's end.
TEST(PublishedSums, OfTenYearsAtThreeAndAHalfPercent) {
    double const pvifa = (1 - std::pow(1.035, -10)) / 0.035;
    EXPECT_EQ(rounded_to(pvifa, 4), 8.3166);
    EXPECT_EQ(rounded_to(annuity_due_factor(0.035, 10), 4), rounded_to(pvifa * 1.035, 4));
    EXPECT_EQ(rounded_to(annuity_due_factor(0.035, 10), 4), 8.6077);
}

// The same tables: 10 % over 10 years 6.1446, 5 % over 20 years 12.4622, 8 % over 5 years 3.9927.
TEST(PublishedSums, OfAnnuityTables) {
    struct Row {
        double rate;
        int years;
        double pvifa;
    };
    for (auto const& row : {Row{0.10, 10, 6.1446}, Row{0.05, 20, 12.4622}, Row{0.08, 5, 3.9927}})
        EXPECT_EQ(rounded_to(annuity_due_factor(row.rate, row.years) / (1 + row.rate), 4), row.pvifa) << row.rate;
}

TEST(PublishedSums, AnAnnuityPaysBackExactlyWhatItIsWorth) {
    for (double const rate : {0.035, 0.1, 0.15})
        for (int const years : {3, 10, 25}) {
            std::vector<double> const level(static_cast<std::size_t>(years), 640e6 / annuity_due_factor(rate, years));
            EXPECT_NEAR(present_value(level, rate), 640e6, 1e-3);
            // PVIFA(n) = PVIFA(n − 1) / (1 + r) + 1 for payments at the start.
            EXPECT_NEAR(annuity_due_factor(rate, years), annuity_due_factor(rate, years - 1) / (1 + rate) + 1, 1e-12);
        }
}

} // namespace
} // namespace phusong

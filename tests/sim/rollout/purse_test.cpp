#include "sim/rollout/purse.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

Years const three_years{.base = 2020, .first = 2021, .last = 2023};

TEST(Purse, GivesOneNumberToEveryYearOrEachYearItsOwn) {
    auto const same = make_purse(three_years, {2.5}, true);
    EXPECT_EQ(same.years.at(2).budget_vnd, 2.5e9);
    EXPECT_EQ(same.years.at(2).year, 2023);
    auto const own = make_purse(three_years, {2, 3, 7}, true);
    EXPECT_EQ(own.years.at(1).budget_vnd, 3e9);
}

TEST(Purse, CarriesWhatWasNotSpentOrLetsItLapse) {
    for (bool carry : {true, false}) {
        auto purse = make_purse(three_years, {5}, carry);
        purse.open(0);
        purse.pay(0, {.capex_vnd = 2e9, .recurring_vnd = {0.3e9, 0.3e9, 0.3e9}});
        purse.open(1);
        EXPECT_NEAR(purse.years[1].carried_vnd, carry ? 2.7e9 : 0, 1);
        EXPECT_NEAR(purse.years[1].available_vnd, carry ? 7.7e9 : 5e9, 1);
        EXPECT_NEAR(purse.years[1].recurring_vnd, 0.3e9, 1); // set aside before anything else
    }
}

TEST(Purse, RefusesWhatThisYearCannotPay) {
    auto purse = make_purse(three_years, {5}, true);
    purse.open(0);
    EXPECT_TRUE(purse.affords(0, {.capex_vnd = 5e9, .recurring_vnd = {}}));
    EXPECT_FALSE(purse.affords(0, {.capex_vnd = 5e9, .recurring_vnd = {2.0}}));
}

TEST(Purse, RefusesPromisesThatALaterYearsBudgetCannotKeep) {
    auto purse = make_purse(three_years, {5, 5, 0.4}, true);
    purse.open(0);
    EXPECT_TRUE(purse.affords(0, {.capex_vnd = 2e9, .recurring_vnd = {0.4e9, 0.4e9, 0.4e9}}));
    EXPECT_FALSE(purse.affords(0, {.capex_vnd = 2e9, .recurring_vnd = {0.5e9, 0.5e9, 0.5e9}}));
    purse.pay(0, {.capex_vnd = 2e9, .recurring_vnd = {0.3e9, 0.3e9, 0.3e9}});
    EXPECT_FALSE(purse.affords(0, {.capex_vnd = 0, .recurring_vnd = {0.2e9, 0.2e9, 0.2e9}})); // 0.3 + 0.2 > 0.4
}

} // namespace
} // namespace phusong

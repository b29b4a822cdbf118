#include "sim/solve/cover/lagrange.h"
#include "sim/solve/cover/max_cover.h"
#include "sim/solve/cover/set_cover.h"
#include "tests/sim/solve/small_cases.h"
#include <algorithm>
#include <bit>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

using test::has;
using test::little_work;
using test::random_cases;

Incidence random_incidence(std::uint32_t groups, std::uint32_t members, bool never_empty, Dice& dice) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t g = 0; g < groups; ++g) {
        if (never_empty) pairs.emplace_back(g, dice.below(members));
        for (std::uint32_t m = 0; m < members; ++m)
            if (dice.below(4) == 0) pairs.emplace_back(g, m);
    }
    return make_incidence(groups, std::move(pairs));
}

SetCover random_cover(Dice& dice) {
    SetCover out;
    auto const columns = 2 + dice.below(9);
    for (std::uint32_t j = 0; j < columns; ++j) out.costs.push_back(dice.below(3) == 0 ? 3 : dice.below(23));
    out.columns_of_row = random_incidence(2 + dice.below(9), columns, true, dice);
    return out;
}

TEST(FirstRowPrices, AreTheLeastCostPerRowAmongTheColumnsOfEachRow) {
    SetCover p;
    p.costs = {12, 5, 9}; // of three rows, of one, of two
    p.columns_of_row = make_incidence(3, {{0, 0}, {1, 0}, {2, 0}, {1, 1}, {0, 2}, {1, 2}});
    auto const rows_of_column = make_incidence(3, {{0, 0}, {0, 1}, {0, 2}, {1, 1}, {2, 0}, {2, 1}});
    EXPECT_EQ(first_row_prices(p, rows_of_column), (std::vector<double>{4, 4, 4}));
    p.costs = {30, 5, 9};
    EXPECT_EQ(first_row_prices(p, rows_of_column), (std::vector<double>{4.5, 4.5, 10}));
}

bool covered(std::span<std::uint32_t const> by, std::uint32_t chosen) {
    return std::ranges::any_of(by, [&](auto j) { return has(chosen, j); });
}

Cost cheapest_by_trying_all(SetCover const& p) {
    Cost best = unreachable;
    for (std::uint32_t chosen = 0; chosen < 1U << p.columns(); ++chosen) {
        Cost cost = 0;
        bool all = true;
        for (std::uint32_t j = 0; j < p.columns(); ++j) cost += has(chosen, j) ? p.costs[j] : 0;
        for (std::uint32_t i = 0; i < p.rows(); ++i) all = all && covered(p.columns_of_row.of(i), chosen);
        if (all) best = std::min(best, cost);
    }
    return best;
}

MaxCover random_max_cover(Dice& dice) {
    MaxCover out;
    auto const sites = 2 + dice.below(8), demands = 2 + dice.below(9);
    for (std::uint32_t s = 0; s < sites; ++s) out.site_costs.push_back(2 + dice.below(17));
    for (std::uint32_t d = 0; d < demands; ++d) out.weights.push_back(dice.below(29));
    out.sites_of_demand = random_incidence(demands, sites, false, dice);
    return out;
}

Cost weight_of(MaxCover const& p, std::uint32_t chosen) {
    Cost weight = 0;
    for (std::uint32_t d = 0; d < p.demands(); ++d)
        weight += covered(p.sites_of_demand.of(d), chosen) ? p.weights[d] : 0;
    return weight;
}

bool allowed(MaxCover const& p, std::uint32_t chosen) {
    Cost cost = 0;
    for (std::uint32_t s = 0; s < p.sites(); ++s) cost += has(chosen, s) ? p.site_costs[s] : 0;
    return (!p.budget || cost <= *p.budget) && (!p.most_sites || std::popcount(chosen) <= *p.most_sites);
}

Cost most_by_trying_all(MaxCover const& p) {
    Cost best = 0;
    for (std::uint32_t chosen = 0; chosen < 1U << p.sites(); ++chosen)
        if (allowed(p, chosen)) best = std::max(best, weight_of(p, chosen));
    return best;
}

std::uint32_t bits(std::vector<std::uint32_t> const& chosen) {
    std::uint32_t out = 0;
    for (auto c : chosen) out |= 1U << c;
    return out;
}

TEST(SetCovering, IsTheCheapestOnRandomSmallCasesAndTheBoundIsNoHigher) {
    Dice dice{17};
    for (int k = 0; k < random_cases; ++k) {
        auto const p = random_cover(dice);
        auto const best = cheapest_by_trying_all(p);
        auto const found = solve_set_cover(p, little_work(static_cast<std::uint64_t>(k)));
        ASSERT_EQ(found.cost, best) << k;
        ASSERT_LE(found.bound, best) << k;
        for (std::uint32_t i = 0; i < p.rows(); ++i)
            ASSERT_TRUE(covered(p.columns_of_row.of(i), bits(found.chosen))) << k << " row " << i;
    }
}

TEST(SetCovering, NoRowPricesGiveABoundAboveTheOptimum) {
    Dice dice{5};
    for (int k = 0; k < random_cases; ++k) {
        auto const p = random_cover(dice);
        std::vector<double> prices;
        for (std::uint32_t i = 0; i < p.rows(); ++i) prices.push_back(13 * dice.share() - 2);
        auto const priced = price_cover(p, transposed(p.columns_of_row, p.columns()), prices);
        ASSERT_LE(whole_bound(priced.bound, 1), cheapest_by_trying_all(p)) << k;
    }
}

TEST(MaximalCovering, IsTheMostOnRandomSmallCasesAndTheBoundIsNoLower) {
    Dice dice{23};
    for (int k = 0; k < random_cases; ++k) {
        auto p = random_max_cover(dice);
        if (k % 3 != 0) p.most_sites = dice.below(5);
        if (k % 3 != 1) p.budget = dice.below(50);
        auto const best = most_by_trying_all(p);
        auto const found = solve_max_cover(p, little_work(static_cast<std::uint64_t>(k)));
        ASSERT_EQ(found.weight, best) << k;
        ASSERT_GE(found.bound, best) << k;
        ASSERT_TRUE(allowed(p, bits(found.chosen))) << k;
        ASSERT_EQ(weight_of(p, bits(found.chosen)), found.weight) << k;
    }
}

TEST(MaximalCovering, MoreSitesOrMoreMoneyNeverCoverLess) {
    Dice dice{29};
    for (int k = 0; k < 100; ++k) {
        auto p = random_max_cover(dice);
        Cost before = 0;
        for (std::int64_t sites = 0; sites <= 5; ++sites) {
            p.most_sites = sites;
            auto const found = solve_max_cover(p, little_work(3));
            ASSERT_GE(found.weight, before) << k << " sites " << sites;
            before = found.weight;
        }
        p.most_sites.reset();
        before = 0;
        for (Cost budget = 0; budget <= 60; budget += 12) {
            p.budget = budget;
            auto const found = solve_max_cover(p, little_work(3));
            ASSERT_GE(found.weight, before) << k << " budget " << budget;
            before = found.weight;
        }
    }
}

TEST(SetCovering, TheSameSeedGivesTheSameColumns) {
    Dice dice{31};
    auto const p = random_cover(dice);
    EXPECT_EQ(solve_set_cover(p, little_work(7)).chosen, solve_set_cover(p, little_work(7)).chosen);
}

} // namespace
} // namespace phusong::solve

#include "sim/solve/milp/milp.h"
#include "sim/solve/milp/reduced.h"
#include "tests/sim/solve/small_cases.h"
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

/// Σ a x ≤ b with x of 0 and 1: minimise Σ c x with c below 0.
Milp random_knapsacks(Dice& dice) {
    Milp out;
    auto const columns = 2 + dice.below(8);
    for (std::uint32_t j = 0; j < columns; ++j) out.add_column({-static_cast<double>(1 + dice.below(40)), 0, 1, true});
    for (std::uint32_t i = 0; i < 3; ++i) {
        auto const row = out.add_row({-no_limit, static_cast<double>(5 + dice.below(30))});
        for (std::uint32_t j = 0; j < columns; ++j) out.add(row, j, static_cast<double>(1 + dice.below(15)));
    }
    return out;
}

double least_by_trying_all(Milp const& p) {
    double best = 0;
    for (std::uint32_t set = 0; set < 1U << p.columns.size(); ++set) {
        std::vector<double> used(p.rows.size());
        double cost = 0;
        for (auto const& e : p.entries) used[e.row] += test::has(set, e.column) ? e.value : 0;
        bool fits = true;
        for (std::size_t i = 0; i < used.size(); ++i) fits = fits && used[i] <= p.rows[i].upper;
        for (std::uint32_t j = 0; j < p.columns.size(); ++j) {
            double const x = test::has(set, j) ? 1 : 0;
            cost += x * p.columns[j].cost;
            fits = fits && x >= p.columns[j].lower && x <= p.columns[j].upper;
        }
        if (fits) best = std::min(best, cost);
    }
    return best;
}

TEST(IntegerProgramme, AgreesWithTryingAllAndTheLinearBoundIsNoHigher) {
    Dice dice{61};
    for (int k = 0; k < 300; ++k) {
        auto const p = random_knapsacks(dice);
        auto const best = least_by_trying_all(p);
        MilpLimits limits;
        limits.grain = 1;
        auto const found = solve_milp(p, limits);
        ASSERT_TRUE(found.proven) << k;
        ASSERT_NEAR(found.x.empty() ? 0 : found.value, best, 1e-6) << k;
        ASSERT_LE(solve_linear(p, 1000).bound, best + 1e-9) << k;
    }
}

TEST(IntegerProgramme, TheLinearBoundHoldsAlsoWhenThePivotsRunOut) {
    Dice dice{67};
    for (int k = 0; k < 300; ++k) {
        auto const p = random_knapsacks(dice);
        ASSERT_LE(solve_linear(p, 1).bound, least_by_trying_all(p) + 1e-9) << k;
    }
}

TEST(IntegerProgramme, ReducingItChangesNoAnswer) {
    Dice dice{71};
    for (int k = 0; k < 300; ++k) {
        auto p = random_knapsacks(dice);
        p.columns[dice.below(static_cast<std::uint32_t>(p.columns.size()))].upper = 0;
        auto const found = solve_reduced(p, {});
        ASSERT_NEAR(found.x.empty() ? 0 : found.value, least_by_trying_all(p), 1e-6) << k;
    }
}

} // namespace
} // namespace phusong::solve

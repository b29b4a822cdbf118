// Whole plans of random cases: value, bound and what the solvers add.
#include "sim/rollout/offer.h"
#include "sim/rollout/prove.h"
#include "sim/rollout/purse.h"
#include "sim/rollout/relaxed.h"
#include "tests/sim/rollout/random_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::random_case;

Plan plan_by(test::HandMade made, std::string const& solver) {
    made.scenario.rollout.solver = solver;
    return made.plan();
}

TEST(Proof, NoPlanByTheRulesIsWorthMoreThanTheBound) {
    for (unsigned seed = 0; seed < 1500; ++seed) {
        auto made = random_case(seed);
        if (seed % 3 == 0) made.scenario.rollout.broadband_person_weight = 0; // they pay, and count for nothing
        auto board = make_board(made.world, made.scenario, made.candidates, made.curves);
        auto const covered = covered_in_base_year(board, made.points, made.villages);
        favour(board, covered);
        double const bound = bound_of(relaxed(board, covered));
        auto const of_two = test::with_operators(made, seed);
        for (auto const* solver : {"greedy", "exchange"}) {
            ASSERT_LE(plan_by(made, solver).worth, bound * (1 + 1e-9) + 1e-6) << "seed " << seed << " " << solver;
            ASSERT_LE(plan_by(of_two, solver).worth, bound * (1 + 1e-9) + 1e-6) << "seed " << seed << " " << solver;
        }
    }
}

TEST(Proof, AProjectThatSharesNobodyPaysInTheBoundWhatItPaysInThePlan) {
    for (int year : {2021, 2022, 2023}) {
        test::HandMade made({900, 700, 1300});
        made.site({0}, 0.6, 0.11, year);
        made.site({1}, 0.7, 0.13, year);
        made.site({2}, 0.5, 0.002, year);
        made.world.people_growth_share_per_year = 0.05; // so that the year tells
        made.scenario.rollout.operator_budget_bn_vnd = made.scenario.rollout.public_budget_bn_vnd = {9};
        auto board = make_board(made.world, made.scenario, made.candidates, made.curves);
        auto const covered = covered_in_base_year(board, made.points, made.villages);
        favour(board, covered);
        auto const bound = relaxed(board, covered);
        auto const plan = made.plan();
        ASSERT_EQ(plan.projects.size(), 3U);
        auto const bought = static_cast<std::size_t>(year - 2021);
        for (auto const& project : plan.projects) {
            ASSERT_EQ(project.year, year);
            auto const& cost = made.candidates.list[project.candidate].cost;
            auto const paid = payments_of(project.appraisal, cost, made.scenario.years, year);
            for (std::size_t y = bought; y < 3; ++y) {
                auto const of = [&](Payments const& p) {
                    return p.recurring_vnd[y - bought] + (y == bought ? p.capex_vnd : 0);
                };
                EXPECT_EQ(bound.paid_vnd(project.candidate, 0, bought, y), of(paid.operators));
                EXPECT_EQ(bound.paid_vnd(project.candidate, 1, bought, y), of(paid.public_purse));
                EXPECT_EQ(bound.paid_vnd(project.candidate, 2, bought, y), of(paid.operators) + of(paid.public_purse));
            }
        }
    }
}

TEST(Proof, BetterSolversNeverPlanLess) {
    double greedy = 0, exchange = 0, exact = 0, bound = 0;
    for (unsigned seed = 0; seed < 600; ++seed) {
        auto const made = random_case(seed);
        auto const by_greedy = plan_by(made, "greedy"), by_exchange = plan_by(made, "exchange"),
                   by_exact = plan_by(made, "exact");
        ASSERT_GE(by_exchange.worth, by_greedy.worth) << "seed " << seed;
        ASSERT_GE(by_exact.worth, by_greedy.worth) << "seed " << seed;
        ASSERT_LE(by_exact.bound, by_greedy.bound * (1 + 1e-6) + 1e-6) << "seed " << seed;
        ASSERT_LE(by_exact.worth, by_exact.bound) << "seed " << seed;
        greedy += by_greedy.worth;
        exchange += by_exchange.worth;
        exact += by_exact.worth;
        bound += by_exact.bound;
    }
    EXPECT_GT(exchange, greedy);
    EXPECT_GE(exact, greedy);
    EXPECT_GT(exact, 0.8 * bound); // sites of these worlds overlap much, where the bound is far off
    RecordProperty("greedy_percent_of_bound", static_cast<int>(std::lround(100 * greedy / bound)));
    RecordProperty("exchange_percent_of_bound", static_cast<int>(std::lround(100 * exchange / bound)));
    RecordProperty("exact_percent_of_bound", static_cast<int>(std::lround(100 * exact / bound)));
}

/// Person-years counted anew from what is good at the end of each year.
double worth_by_looking(test::HandMade const& made, Plan const& plan) {
    auto const& world = made.world;
    double const weight = made.scenario.rollout.broadband_person_weight;
    double const line_worth = made.scenario.rollout.fixed_wireless_line_worth;
    auto const& before = made.points.good;
    auto good = before;
    std::vector<double> lines(world.villages.size());
    double sum = 0;
    for (int year = made.scenario.years.first; year <= made.scenario.years.last; ++year) {
        for (auto const& project : plan.projects) {
            auto const& candidate = made.candidates.list[project.candidate];
            if (project.year != year) continue;
            double const better = candidate.kind == ProjectKind::fibre_village ? 1
                                  : candidate.kind == ProjectKind::fixed_wireless
                                      ? line_worth * candidate.fixed_line_share
                                      : 0;
            lines[candidate.village.value] = std::max(lines[candidate.village.value], better);
            for (auto t : technologies)
                for (auto cell : candidate.reach.people_cells[index(t)]) good[cell].add(t);
        }
        double people = 0;
        for (std::size_t i = 0; i < good.size(); ++i) {
            if (before[i].empty() && !good[i].empty()) people += world.people[i].people;
            if (!has_broadband(before[i]) && has_broadband(good[i])) people += weight * world.people[i].people;
        }
        for (std::size_t v = 0; v < lines.size(); ++v) people += weight * lines[v] * world.villages[v].people;
        sum += people * world.growth_since_census(year);
    }
    return sum;
}

TEST(Proof, TheWorthIsThePersonYearsThatThePlanBrings) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto made = random_case(seed);
        made.scenario.rollout.policy = Policy::most_people_per_vnd;
        for (auto const* solver : {"greedy", "exchange"}) {
            auto const plan = plan_by(made, solver);
            double const looked = worth_by_looking(made, plan);
            ASSERT_NEAR(plan.worth, looked, 1e-9 * (1 + looked)) << "seed " << seed << " " << solver;
        }
    }
}

TEST(Proof, ASiteOfRangeNothingIsNeverBuilt) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        auto made = random_case(seed);
        made.bare_site(0, 0.001);
        auto const useless = static_cast<std::uint32_t>(made.candidates.list.size() - 1);
        for (auto const* solver : {"greedy", "exchange", "exact"})
            for (auto const& project : plan_by(made, solver).projects) ASSERT_NE(project.candidate, useless);
    }
}

TEST(Proof, NoDistrictBuildsMoreThanItsCrewsCan) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto made = random_case(seed);
        made.scenario.rollout.max_projects_per_district = 1;
        for (std::size_t c = 0; c < made.world.communes.size(); ++c)
            made.world.communes[c].district_code = c % 2 == 0 ? "east" : "west";
        for (auto const* solver : {"greedy", "exchange", "exact"}) {
            std::map<std::pair<int, std::string>, int> count;
            for (auto const& project : plan_by(made, solver).projects) {
                auto const commune = made.candidates.list[project.candidate].commune.value;
                ASSERT_LE(++count[std::pair(project.year, made.world.communes[commune].district_code)], 1);
            }
        }
    }
}

} // namespace
} // namespace phusong

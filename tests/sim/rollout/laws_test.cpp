#include "tests/sim/rollout/random_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::random_case;

void expect_purse_kept(std::vector<PurseYear> const& purse, bool carry_over) {
    for (std::size_t y = 0; y < purse.size(); ++y) {
        EXPECT_LE(purse[y].spent_vnd(), purse[y].available_vnd);
        EXPECT_EQ(purse[y].available_vnd, purse[y].budget_vnd + purse[y].carried_vnd);
        EXPECT_GE(purse[y].carried_vnd, 0);
        bool const carried = y > 0 && carry_over;
        EXPECT_NEAR(purse[y].carried_vnd, carried ? purse[y - 1].available_vnd - purse[y - 1].spent_vnd() : 0, 1e-3);
    }
}

TEST(PlanLaws, NeitherPurseIsEverOverspentInAnyYear) {
    for (unsigned seed = 0; seed < 10000; ++seed) {
        auto made = random_case(seed);
        made.scenario.rollout.policy = static_cast<Policy>(seed % policy_names.size());
        made.scenario.rollout.solver = seed % 10 == 0 ? "exact" : seed % 2 == 0 ? "exchange" : "greedy";
        auto const plan = made.plan();
        expect_purse_kept(plan.operators, made.scenario.rollout.carry_over);
        expect_purse_kept(plan.public_purse, made.scenario.rollout.carry_over);
        if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
    }
}

TEST(PlanLaws, TheBooksAreTheProjects) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto const made = random_case(seed);
        auto const plan = made.plan();
        for (std::size_t y = 0; y < plan.operators.size(); ++y) {
            double operators = 0, subsidy = 0;
            int const year = plan.operators[y].year;
            for (auto const& p : plan.projects) {
                auto const& cost = made.candidates.list[p.candidate].cost;
                if (p.year == year) operators += p.appraisal.operator_capex_vnd;
                if (p.year == year) subsidy += p.appraisal.capex_subsidy_vnd;
                if (p.year > year) continue;
                operators += std::round(p.appraisal.operator_shortfall_vnd(cost, year - p.year)); // paid in whole VND
                subsidy += p.appraisal.opex_subsidy_vnd_per_year;
            }
            ASSERT_NEAR(plan.operators[y].spent_vnd(), operators, 1e-3) << "seed " << seed;
            ASSERT_NEAR(plan.public_purse[y].spent_vnd(), subsidy, 1e-3) << "seed " << seed;
        }
    }
}

TEST(PlanLaws, EveryPersonIsNewlyReachedAtMostOnce) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto made = random_case(seed);
        made.world.people_growth_share_per_year = 0;
        auto const plan = made.plan();
        std::set<std::uint32_t> reached;
        double people = 0, counted = 0;
        for (auto const& project : plan.projects) {
            for (auto const& cells : made.candidates.list[project.candidate].reach.people_cells)
                reached.insert(cells.begin(), cells.end());
            counted += project.new_people[index(ServiceKind::mobile)];
        }
        auto const& before = made.points.good;
        for (auto cell : reached)
            if (before[cell].empty()) people += made.world.people[cell].people;
        ASSERT_NEAR(counted, people, 1e-6) << "seed " << seed;
    }
}

TEST(PlanLaws, AVillageThatBecomesGoodHasOneProjectOfThatYearWhichBroughtIt) {
    int villages = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto const made = random_case(seed);
        auto const plan = made.plan();
        auto const bringers = bringers_of_signal(plan.projects, made.world.villages.size());
        std::size_t listed = 0, found = 0;
        for (auto const& project : plan.projects) listed += project.new_villages.size();
        for (std::size_t v = 0; v < bringers.size(); ++v) {
            std::optional<int> first_year;
            for (std::size_t y = plan.reason.size(); y-- > 0;)
                if (plan.reason[y][v].reason == Reason::built)
                    first_year = made.scenario.years.base + static_cast<int>(y);
            ASSERT_EQ(bringers[v].has_value(), first_year.has_value()) << "seed " << seed << ", village " << v;
            if (!bringers[v]) continue;
            ++found;
            ASSERT_EQ(plan.projects[*bringers[v]].year, *first_year) << "seed " << seed << ", village " << v;
        }
        ASSERT_EQ(listed, found) << "seed " << seed << ": no village is brought twice";
        villages += static_cast<int>(found);
    }
    EXPECT_GT(villages, 500);
}

TEST(PlanLaws, NothingIsBuiltTwiceOrBeforeItsTimeAndNeverOutOfOrder) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto const made = random_case(seed);
        std::set<std::uint32_t> seen;
        int year = 0;
        for (auto const& project : made.plan().projects) {
            ASSERT_TRUE(seen.insert(project.candidate).second) << "seed " << seed;
            ASSERT_GE(project.year, made.candidates.list[project.candidate].earliest_year);
            ASSERT_GE(project.year, year);
            year = project.year;
        }
    }
}

TEST(PlanLaws, EveryCandidateIsBuiltOrCountedWithWhatStoppedIt) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto const made = random_case(seed);
        auto const plan = made.plan();
        for (std::size_t y = 0; y < plan.unbuilt.size(); ++y) {
            int counted = 0;
            for (int n : plan.unbuilt[y]) counted += n;
            for (auto const& project : plan.projects) counted += project.year <= plan.operators[y].year ? 1 : 0;
            ASSERT_EQ(counted, static_cast<int>(made.candidates.list.size())) << "seed " << seed;
            ASSERT_EQ(plan.unbuilt[y][index(Refusal::none)], 0) << "seed " << seed;
        }
    }
}

} // namespace
} // namespace phusong

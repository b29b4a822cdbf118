// Several operators, each with its own purse.
#include "sim/rollout/operator_money.h"
#include "tests/sim/rollout/random_case.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using test::random_case;
using test::with_operators;

TEST(Operators, NoneOfThemEverOverspendsAndTogetherTheyAreTheOperatorsMoney) {
    for (unsigned seed = 0; seed < 1500; ++seed) {
        auto made = with_operators(random_case(seed), seed);
        made.scenario.rollout.solver = seed % 2 == 0 ? "greedy" : "exchange";
        auto const plan = made.plan();
        ASSERT_EQ(plan.each_operator.size(), 2U);
        for (std::size_t y = 0; y < plan.operators.size(); ++y) {
            double budget = 0, spent = 0;
            for (auto const& purse : plan.each_operator) {
                ASSERT_LE(purse[y].spent_vnd(), purse[y].available_vnd) << "seed " << seed;
                budget += purse[y].budget_vnd;
                spent += purse[y].spent_vnd();
            }
            ASSERT_EQ(budget, plan.operators[y].budget_vnd);
            ASSERT_EQ(spent, plan.operators[y].spent_vnd());
            ASSERT_EQ(budget, std::round(1e9 * made.scenario.rollout.operator_budget_bn_vnd[y]));
        }
    }
}

TEST(Operators, EachPaysForItsOwnAndAllForWhatTheyShareByTheirShares) {
    Scenario scenario;
    scenario.years = {.base = 2020, .first = 2021, .last = 2022};
    scenario.rollout.operator_budget_bn_vnd = {10};
    scenario.rollout.operator_names = "Red, Blue";
    scenario.rollout.operator_shares = {0.3, 0.7};
    auto money = make_operator_money(scenario);
    money.open(0);
    money.pay(0, {.capex_vnd = 2e9, .recurring_vnd = {1e6, 3e6}}, {.all = false, .builder = 1});
    money.pay(0, {.capex_vnd = 101, .recurring_vnd = {}}, {.all = true});
    EXPECT_EQ(money.purses[0].years[0].budget_vnd, 3e9);
    EXPECT_EQ(money.purses[0].years[0].spent_vnd(), 30); // the floor of 30.3
    EXPECT_EQ(money.purses[1].years[0].spent_vnd(), 2e9 + 1e6 + 71);
    EXPECT_EQ(money.purses[1].promised_vnd[1], 3e6);
    EXPECT_EQ(money.shortage(0, {.capex_vnd = 4e9, .recurring_vnd = {}}, {.all = false, .builder = 0}),
              Purse::Shortage::this_year);
    EXPECT_EQ(money.shortage(0, {.capex_vnd = 4e9, .recurring_vnd = {}}, {.all = false, .builder = 1}),
              Purse::Shortage::none);
}

TEST(Operators, OneWithoutMoneyStopsWhatAllWouldShareAndNothingElse) {
    test::HandMade made({400, 300, 200});
    made.scenario.years.last = 2021;
    made.scenario.rollout.operator_names = "Red, Blue";
    made.scenario.rollout.operator_shares = {0.0, 1.0};
    made.scenario.rollout.operator_budget_bn_vnd = {5};
    made.site({0}, 0.1).payers = {.all = false, .builder = 0};
    made.site({1}, 0.1).payers = {.all = false, .builder = 1};
    made.site({2}, 0.1).payers = {.all = true};
    EXPECT_EQ(made.built_in(2021), (std::vector<std::uint32_t>{1, 2})); // Red's share of the third is nothing
    made.scenario.rollout.operator_shares = {0.00001, 0.99999};         // 50,000 VND
    EXPECT_EQ(made.built_in(2021), (std::vector<std::uint32_t>{1, 2}));
    made.scenario.rollout.operator_shares = {0.5, 0.5};
    EXPECT_EQ(made.built_in(2021), (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Operators, ATechnologyIsItsSitesAndOtherProjectsAreOfTheNearestSite) {
    World world;
    world.sites.resize(3);
    world.sites[0] = {.code = "A", .operator_name = "Red", .commune = {}, .xy = {0, 0}, .technologies = {}};
    world.sites[1] = {.code = "B", .operator_name = "Blue", .commune = {}, .xy = {1000, 0}, .technologies = {}};
    world.sites[2] = {.code = "C", .operator_name = "Green", .commune = {}, .xy = {1900, 0}, .technologies = {}};
    std::vector<Candidate> candidates(4);
    for (auto& c : candidates) c.xy = {1900, 0};
    candidates[0].kind = ProjectKind::add_technology;
    candidates[0].site = 0;
    candidates[1].kind = ProjectKind::fibre_village;
    candidates[2].kind = ProjectKind::new_site;
    candidates[3].kind = ProjectKind::relay;
    Rollout rollout;
    rollout.operator_names = "Red,Blue"; // Green has no purse
    auto payers = payers_of(candidates, world, rollout);
    EXPECT_EQ(payers[0].builder, 0);
    for (std::size_t c = 1; c < 4; ++c) EXPECT_EQ(payers[c].builder, 1);
    rollout.share_sites = true;
    payers = payers_of(candidates, world, rollout);
    EXPECT_FALSE(payers[0].all || payers[1].all);
    EXPECT_TRUE(payers[2].all && payers[3].all);
    world.sites.clear(); // nobody stands anywhere yet; what is shared is still paid by all
    payers = payers_of(candidates, world, rollout);
    EXPECT_FALSE(payers[1].all);
    EXPECT_TRUE(payers[2].all && payers[3].all);
}

} // namespace
} // namespace phusong

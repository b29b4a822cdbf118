// Goals with projects besides the plan's, on the toy province without money: the plan builds nothing.
#include "sim/run/run.h"
#include "sim/scenario/read.h"
#include "sim/targets/targets.h"
#include "sim/world/read.h"
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong {
namespace {

Scenario poor_toy() {
    auto scenario = read_scenario(std::string(PHUSONG_SOURCE_DIR) + "/scenarios/toy.toml").scenario;
    scenario.rollout.operator_budget_bn_vnd = scenario.rollout.public_budget_bn_vnd = {0};
    return scenario;
}

Goal goal(char const* indicator) {
    Goal g;
    g.id = g.indicator = indicator;
    g.year = 2025;
    g.value = 100;
    return g;
}

class GoalsWith : public testing::Test {
  protected:
    [[nodiscard]] std::vector<GoalResult> with(std::vector<Project> const& more) const {
        return goals_with(ground, world, scenario, outcome, goals, more);
    }
    [[nodiscard]] Project project(ProjectKind kind, int year) const {
        for (std::uint32_t c = 0; c < outcome.candidates.list.size(); ++c)
            if (auto const& one = outcome.candidates.list[c];
                one.kind == kind && one.earliest_year <= year && (is_access(kind) || adds_people(c)))
                return {.candidate = c, .year = year, .appraisal = {}};
        ADD_FAILURE() << "the toy has no such candidate";
        return {};
    }
    Scenario const scenario = poor_toy();
    World const world = read_world(scenario, {});
    std::vector<Goal> const goals{goal("people_with_broadband_signal"), goal("households_with_fibre"),
                                  goal("fixed_broadband_per_100")};
    Groundwork const ground = lay_groundwork(world, scenario, base_points(world, scenario));
    Outcome const outcome = run_on(ground, world, scenario, goals, Extent::goals_and_money);

  private:
    [[nodiscard]] bool adds_people(std::uint32_t candidate) const {
        return with({{.candidate = candidate, .year = 2021, .appraisal = {}}})[0].value[1] > outcome.goals[0].value[1];
    }
};

TEST_F(GoalsWith, NothingMoreAreThoseOfThePlan) {
    ASSERT_TRUE(outcome.plan.projects.empty());
    auto const same = with({});
    for (std::size_t g = 0; g < goals.size(); ++g) EXPECT_EQ(same[g].value, outcome.goals[g].value) << goals[g].id;
}

TEST_F(GoalsWith, FibreLeaveTheSignalAsItIs) {
    auto const more = with({project(ProjectKind::fibre_village, 2022)});
    EXPECT_EQ(more[0].value, outcome.goals[0].value);
    EXPECT_EQ(more[1].value[1], outcome.goals[1].value[1]);
    EXPECT_GT(more[1].value[2], outcome.goals[1].value[2]);
}

TEST_F(GoalsWith, ASiteCountItFromItsYearOnAsIfItHadAlwaysBeenThere) {
    auto site = project(ProjectKind::add_technology, 2021);
    auto const at_once = with({site});
    site.year = 2023;
    auto const later = with({site});
    for (std::size_t y = 0; y < 6; ++y) {
        auto const& like = y < 3 ? outcome.goals[0] : at_once[0];
        EXPECT_EQ(later[0].value[y], like.value[y]) << 2020 + y;
    }
    EXPECT_GT(at_once[0].value[1], outcome.goals[0].value[1]);
}

TEST_F(GoalsWith, ThatCloseGapsAreTheSameForAnyThreads) {
    std::vector<std::string> said;
    int const before = omp_get_max_threads();
    for (int const threads : {1, 3}) {
        omp_set_num_threads(threads);
        std::string text;
        for (auto const& gap : goal_gaps(ground, world, scenario, outcome)) {
            text += gap.goal.goal.id + (gap.closed ? " closed" : " open");
            for (auto const& one : gap.projects) text += " " + std::to_string(one.candidate);
        }
        said.push_back(text);
    }
    omp_set_num_threads(before);
    EXPECT_NE(said[0].find("closed"), std::string::npos) << said[0];
    EXPECT_EQ(said[0], said[1]);
}

} // namespace
} // namespace phusong

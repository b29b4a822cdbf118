#include "sim/run/redraw.h"
#include "sim/run/run.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include "sim/study/stage_keys.h"
#include "sim/targets/targets.h"
#include "sim/world/read.h"
#include "tests/sim/study/toy_study.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

/// A goal for every indicator, so that none is left out.
std::vector<Goal> goals_for_everything(Scenario const& scenario) {
    std::vector<Goal> goals;
    for (auto const& indicator : phusong::indicators()) {
        Goal goal;
        goal.id = goal.indicator = indicator.name;
        goal.year = scenario.years.last;
        goal.value = 0.5;
        goals.push_back(goal);
    }
    return goals;
}

/// Makes a real key a tenth smaller, where it may be; false for keys that are no real numbers.
bool change(Field const& field, Scenario& scenario) {
    auto const* member = std::get_if<double& (*)(Scenario&)>(&field.access);
    if (member == nullptr) return false;
    double& value = (*member)(scenario);
    double const before = value;
    value = std::clamp(value * 0.9, field.min, field.max);
    return value != before;
}

TEST(Redraw, EvaluatesEveryGoalAsIfItHadBeenEvaluatedAnewWhateverKeyChanges) {
    auto const scenario = test::toy();
    auto const world = read_world(scenario, {});
    auto const ground = lay_groundwork(world, scenario, base_points(world, scenario));
    auto const planned = run_on(ground, world, scenario, goals_for_everything(scenario), Extent::goals_and_money);
    int changed = 0, moved = 0;
    for (auto const& field : fields()) {
        auto other = scenario;
        if (!may_change_after_the_plan(field.key) || !change(field, other)) continue;
        auto outcome = planned;
        try {
            redraw(outcome, planned, world, other);
        } catch (geo::Failure const&) {
            continue; // a ceiling that the base year contradicts
        }
        ++changed;
        Evidence const evidence{world, other, outcome.villages, outcome.village_fibre, outcome.subscribers};
        auto const anew = evaluate(goals_for_everything(scenario), evidence);
        ASSERT_EQ(outcome.goals.size(), anew.size());
        for (std::size_t g = 0; g < anew.size(); ++g)
            for (std::size_t y = 0; y < anew[g].value.size(); ++y) {
                double const kept = outcome.goals[g].value[y], fresh = anew[g].value[y];
                EXPECT_TRUE(kept == fresh || (std::isnan(kept) && std::isnan(fresh)))
                    << field.key << " " << anew[g].goal.indicator << " " << kept << " " << fresh;
                moved += fresh != planned.goals[g].value[y] && !std::isnan(fresh) ? 1 : 0;
            }
    }
    EXPECT_GT(changed, 60);
    EXPECT_GT(moved, 20);
}

TEST(Redraw, OfWhatThePlanWasMadeWithChangesNothing) {
    auto const scenario = test::toy();
    auto const world = read_world(scenario, {});
    auto const ground = lay_groundwork(world, scenario, base_points(world, scenario));
    auto const planned = run_on(ground, world, scenario, goals_for_everything(scenario), Extent::goals_and_money);
    auto outcome = planned;
    redraw(outcome, planned, world, scenario);
    ASSERT_FALSE(planned.plan.projects.empty());
    for (std::size_t p = 0; p < planned.plan.projects.size(); ++p)
        EXPECT_EQ(outcome.plan.projects[p].appraisal.operator_capex_vnd,
                  planned.plan.projects[p].appraisal.operator_capex_vnd);
    for (std::size_t y = 0; y < planned.plan.public_purse.size(); ++y) {
        EXPECT_EQ(outcome.plan.public_purse[y].spent_vnd(), planned.plan.public_purse[y].spent_vnd());
        EXPECT_EQ(outcome.plan.operators[y].spent_vnd(), planned.plan.operators[y].spent_vnd());
    }
}

} // namespace
} // namespace phusong::study

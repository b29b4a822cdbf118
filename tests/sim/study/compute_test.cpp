#include "sim/run/run.h"
#include "sim/study/compute.h"
#include "sim/study/indicators.h"
#include "tests/sim/study/toy_study.h"
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <omp.h>

namespace phusong::study {
namespace {

using test::toy, test::factor;

/// Two options, the second with little public money and another policy.
Study study_of(int draws, bool plan_fixed, std::vector<Uncertain> const& uncertain) {
    auto study = test::study_of(toy(), draws, plan_fixed, uncertain);
    study.options.push_back(study.options[0]);
    study.options[1].scenario.rollout.policy = Policy::villages_first;
    study.options[1].scenario.rollout.public_budget_bn_vnd = {1};
    return study;
}

std::vector<std::string> lines(Study const& study, int threads, std::vector<bool> wanted = {}) {
    int const before = omp_get_max_threads();
    omp_set_num_threads(threads);
    if (wanted.empty()) wanted.assign(study.runs(), true);
    std::vector<std::string> out(study.runs());
    compute({study, wanted, {}}, [&](std::vector<Record> const& records) {
        for (auto const& record : records) out[record.run] = line_of(record);
    });
    omp_set_num_threads(before);
    return out;
}

std::vector<Uncertain> money() {
    return {factor("adoption.fixed.ceiling_share", 0.8, 1.2), factor("prices.site_vnd", 0.7, 1.5)};
}

/// As text, in which unknown equals unknown.
std::string shown(std::vector<double> const& values) { return fmt::format("{}", fmt::join(values, " ")); }

TEST(Compute, GivesTheSameRecordsWithAnyNumberOfThreadsAndWhateverPartIsComputed) {
    for (bool const fixed : {false, true}) {
        auto const study = study_of(7, fixed, money());
        auto const all = lines(study, 1);
        for (int const threads : {2, 3}) EXPECT_EQ(lines(study, threads), all);
        std::vector<bool> odd(study.runs());
        for (std::size_t run = 1; run < odd.size(); run += 2) odd[run] = true;
        auto const half = lines(study, 2, odd);
        for (std::size_t run = 0; run < odd.size(); ++run)
            EXPECT_EQ(half[run], odd[run] ? all[run] : std::string()) << run;
    }
}

TEST(Compute, GivesAnOptionWhatARunOfItGives) {
    auto const study = study_of(0, false, {});
    std::vector<Record> records;
    compute({study, {true, true}, {}},
            [&](std::vector<Record> const& some) { records.insert(records.end(), some.begin(), some.end()); });
    ASSERT_EQ(records.size(), 2U);
    for (std::size_t o = 0; o < 2; ++o) {
        auto const& scenario = study.options[o].scenario;
        auto const world = read_world(scenario, {});
        auto const values = indicator_values(world, scenario, run(world, scenario), {});
        ASSERT_EQ(values.size(), indicators(scenario, false).size());
        EXPECT_EQ(shown(records[o].values), shown(values));
    }
    EXPECT_NE(records[0].values, records[1].values);
}

TEST(Compute, AFixedPlanThatMeetsTheNumbersItWasMadeWithIsThatPlan) {
    auto const made = study_of(1, false, {factor("prices.site_vnd", 1, 1)});
    auto const kept = study_of(1, true, {factor("prices.site_vnd", 1, 1)});
    for (std::size_t run = 0; run < 2; ++run) {
        auto const a = record_of(lines(made, 1)[run]), b = record_of(lines(kept, 1)[run]);
        ASSERT_TRUE(a && b);
        EXPECT_EQ(shown(a->values), shown(b->values));
    }
}

TEST(Compute, DearerSitesCostMoreUnderAFixedPlanAndChangeNoCoverage) {
    auto study = study_of(2, true, {factor("prices.site_vnd", 0.5, 2)});
    auto const list = indicators(study.options[0].scenario, true);
    auto const records = lines(study, 1);
    auto const a = record_of(records[0]), b = record_of(records[1]);
    ASSERT_TRUE(a && b);
    bool const first_dearer = a->drawn[0] > b->drawn[0];
    for (std::size_t k = 0; k < list.size(); ++k) {
        bool const of_coverage = list[k].name == "signal_share", of_money = list[k].name == "spent_vnd";
        EXPECT_TRUE(!of_coverage || a->values[k] == b->values[k]);
        EXPECT_TRUE(!of_money || (a->values[k] > b->values[k]) == first_dearer);
    }
}

TEST(Compute, KeepsEveryPlanOfASlowSolverAtOnceAndTheQuickOnesOfGreedyTogether) {
    omp_set_num_threads(1);
    for (std::string const solver : {"exchange", "greedy"}) {
        auto study = test::study_of(toy(), 3, false, money());
        study.options[0].scenario.rollout.solver = solver;
        std::vector<std::size_t> at_once;
        compute({study, {true, true, true}, {}},
                [&](std::vector<Record> const& records) { at_once.push_back(records.size()); });
        EXPECT_EQ(at_once, solver == "greedy" ? std::vector<std::size_t>{3} : std::vector<std::size_t>({1, 1, 1}));
    }
    omp_set_num_threads(omp_get_num_procs());
}

TEST(Compute, AFixedPlanThatMeetsDearerSitesTellsWhatItNeedsAndWhatABudgetLacks) {
    auto const study = study_of(1, true, {factor("prices.site_vnd", 20, 20)});
    auto const list = indicators(study.options[0].scenario, true);
    auto const record = record_of(lines(study, 1)[0]);
    ASSERT_TRUE(record);
    auto const at = [&](std::string const& name) {
        return static_cast<std::size_t>(std::ranges::find(list, name, &Indicator::name) - list.begin());
    };
    auto const needed = at("public_vnd"), lacking = at("public_short_vnd");
    ASSERT_TRUE(list[needed].goal);
    EXPECT_EQ(*list[needed].goal, 10e9); // 2 billion in each of five years
    EXPECT_GT(record->values[needed], *list[needed].goal);
    EXPECT_GE(record->values[lacking], record->values[needed] - *list[needed].goal);
    EXPECT_THAT(list[needed].words.vi, testing::HasSubstr("cần"));
}

TEST(Compute, TellsWhyARunFailedAndGoesOn) {
    auto study = study_of(0, false, {});
    study.options[0].scenario.adoption.mobile.ceiling_share = 0.01; // under what the base year has already
    auto const records = lines(study, 2);
    auto const failed = record_of(records[0]), done = record_of(records[1]);
    ASSERT_TRUE(failed && done);
    EXPECT_TRUE(failed->failed);
    EXPECT_NE(failed->why_en.find("saturation"), std::string::npos);
    EXPECT_FALSE(done->failed);
}

TEST(Compute, AnOptionWhosePlanCannotBeMadeFailsInEveryDrawAndStopsNoOther) {
    auto study = study_of(3, true, money());
    study.options[0].scenario.adoption.mobile.ceiling_share = 0.01;
    auto const records = lines(study, 2);
    for (std::size_t run = 0; run < records.size(); ++run) {
        auto const record = record_of(records[run]);
        ASSERT_TRUE(record) << run;
        EXPECT_EQ(record->failed, run < 3);
        EXPECT_EQ(record->why_vi.empty(), run >= 3);
    }
}

} // namespace
} // namespace phusong::study

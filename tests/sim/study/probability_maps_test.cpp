#include "sim/run/run.h"
#include "sim/study/compute.h"
#include "sim/study/on_air.h"
#include "sim/study/probability_maps.h"
#include "tests/sim/study/toy_study.h"
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

/// Of the toy, whose predictions are taken as exact.
Study exact_study(int draws, bool plan_fixed, std::vector<Uncertain> const& uncertain) {
    auto scenario = test::toy();
    scenario.radio.error_sd_db = scenario.radio.error_margin_db = 0;
    return test::study_of(scenario, draws, plan_fixed, uncertain);
}

Results computed(Study const& study) {
    Results results{study, std::vector<Record>(study.runs()), {}, {}, {}, {}};
    compute({study, std::vector<bool>(study.runs(), true), {}}, [&](std::vector<Record> const& records) {
        for (auto const& record : records) results.records[record.run] = record_of(line_of(record)).value();
    });
    return results;
}

bool good_somehow(Radio const& radio, SignalMaps const& maps, std::uint32_t cell, bool broadband) {
    return std::ranges::any_of(technologies, [&](Technology t) {
        if (broadband && t != Technology::g4 && t != Technology::g5) return false;
        return maps.best_dbm[index(t)].at(cell) >= static_cast<float>(radio.budget[index(t)].threshold_dbm);
    });
}

/// In how many draws each cell is good, by whole runs: of the option when plans are fixed, else of each draw.
std::array<std::vector<double>, 2> counted(Study const& study) {
    std::array<std::vector<double>, 2> counts;
    auto const points = draw_points(study);
    for (std::size_t d = 0; d < study.runs(); ++d) {
        auto const scenario = study.plan_fixed ? study.options[0].scenario : drawn(study, d, points).scenario;
        auto const world = read_world(scenario, {});
        (void)run(world, scenario, [&](int year, SignalMaps const& maps) {
            if (year != scenario.years.last) return;
            for (auto& cells : counts) cells.resize(world.grid.size(), 0);
            for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell)
                for (auto r : receptions)
                    if (good_somehow(scenario.radio, maps, cell, r == Reception::broadband)) ++counts[index(r)][cell];
        });
    }
    return counts;
}

void expect_shares_of_whole_runs(Study const& study, bool differ) {
    auto const results = computed(study);
    MapGround ground;
    auto const maps = probability_maps(results, 0, ground, {});
    ASSERT_EQ(maps.draws, study.runs());
    auto const expected = counted(study);
    std::size_t known = 0, between = 0;
    for (auto r : receptions)
        for (std::uint32_t cell = 0; cell < expected[0].size(); ++cell) {
            float const share = maps.served[index(r)].at(cell);
            if (std::isnan(share)) continue;
            ++known;
            between += share > 0 && share < 1 ? 1 : 0;
            ASSERT_NEAR(share, expected[index(r)][cell] / static_cast<double>(study.runs()), 1e-6) << cell;
        }
    EXPECT_GT(known, 100U);
    EXPECT_EQ(between > 0, differ);
}

TEST(ProbabilityMaps, AreTheSharesOfWholeRunsWhenEveryDrawPlansAnew) {
    expect_shares_of_whole_runs(exact_study(5, false, {test::factor("rollout.operator_budget_bn_vnd", 0, 0.5)}), true);
}

TEST(ProbabilityMaps, OfAFixedPlanWithoutErrorAreZeroOrOne) {
    expect_shares_of_whole_runs(exact_study(3, true, {test::factor("prices.site_vnd", 0.2, 8)}), false);
}

TEST(ProbabilityMaps, HoldForDrawsOfTheRadioToo) {
    expect_shares_of_whole_runs(exact_study(3, false, {test::factor("radio.margin_db", 0.1, 2)}), true);
}

TEST(ProbabilityMaps, OfOptionsAreTheSameOneByOneAndAfterEachOther) {
    auto study = exact_study(3, false, {test::factor("rollout.operator_budget_bn_vnd", 0, 0.5)});
    for (double const sd_db : {0.0, 8.0}) {
        study.options.push_back(study.options[0]);
        study.options.back().scenario.radio.error_sd_db = sd_db;
        study.options.back().scenario.rollout.public_budget_bn_vnd = {0};
    }
    auto const results = computed(study);
    MapGround kept;
    for (std::size_t option = 0; option < study.options.size(); ++option) {
        MapGround fresh;
        auto const after = probability_maps(results, option, kept, {}),
                   alone = probability_maps(results, option, fresh, {});
        for (auto r : receptions)
            for (std::uint32_t cell = 0; cell < after.served[0].grid.size(); ++cell) {
                float const a = after.served[index(r)].at(cell), b = alone.served[index(r)].at(cell);
                ASSERT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << option << ' ' << cell;
            }
    }
}

TEST(ProbabilityMaps, MeetEachDrawsOwnError) {
    auto study = exact_study(2, false, {test::factor("radio.error_sd_db", 0.1, 3)});
    study.options[0].scenario.radio.error_sd_db = 6;
    auto const results = computed(study);
    MapGround ground;
    auto const both = probability_maps(results, 0, ground, {});
    std::array<ProbabilityMaps, 2> alone;
    for (std::size_t d = 0; d < 2; ++d) {
        auto one = results;
        one.records[1 - d].failed = true;
        alone[d] = probability_maps(one, 0, ground, {});
    }
    double apart = 0;
    for (std::uint32_t cell = 0; cell < both.served[0].grid.size(); ++cell) {
        float const a = alone[0].served[0].at(cell), b = alone[1].served[0].at(cell);
        if (std::isnan(a)) continue;
        ASSERT_NEAR(both.served[0].at(cell), (a + b) / 2, 1e-6);
        apart = std::max(apart, static_cast<double>(std::abs(a - b)));
    }
    EXPECT_GT(apart, 0.05);
}

TEST(ProbabilityMaps, OfDrawsOnDifferentGridsAreRefused) {
    auto const study = exact_study(2, false, {test::factor("world.cell_m", 1, 2)});
    auto const results = computed(study);
    MapGround ground;
    EXPECT_THROW((void)probability_maps(results, 0, ground, {}), geo::InputError);
}

TEST(ProbabilityMaps, AreNowhereHigherForBroadbandAndSomewhereLower) {
    auto study = exact_study(3, true, {test::factor("prices.site_vnd", 0.2, 8)});
    study.options[0].scenario.radio.error_sd_db = 9;
    auto const results = computed(study);
    MapGround ground;
    auto const maps = probability_maps(results, 0, ground, {});
    std::size_t lower = 0;
    for (std::uint32_t cell = 0; cell < maps.served[0].grid.size(); ++cell) {
        float const any = maps.served[index(Reception::any)].at(cell);
        float const broadband = maps.served[index(Reception::broadband)].at(cell);
        ASSERT_EQ(std::isnan(any), std::isnan(broadband));
        ASSERT_FALSE(broadband > any || any > 1 || broadband < 0) << cell;
        lower += broadband < any ? 1 : 0;
    }
    EXPECT_GT(lower, 10U);
}

TEST(ProbabilityMaps, LeaveOutDrawsThatFailed) {
    auto const study = exact_study(4, false, {test::factor("prices.site_vnd", 0.2, 8)});
    auto results = computed(study);
    MapGround ground;
    auto const all = probability_maps(results, 0, ground, {});
    for (auto const d : {1U, 3U}) results.records[d] = {.run = d, .failed = true};
    auto const two = probability_maps(results, 0, ground, {});
    EXPECT_EQ(all.draws, 4U);
    EXPECT_EQ(two.draws, 2U);
    for (auto& record : results.records) record.failed = true;
    EXPECT_EQ(probability_maps(results, 0, ground, {}).draws, 0U);
}

TEST(OnAir, KnowsEachTransmitterOnceAndTheDrawsThatBuildIt) {
    OnAir air{.transmitters = {}, .draws = 130, .place = {}};
    air.add("1.5 2 30 5 0;7 8 12 4 1", 0);
    air.add("-", 1);
    air.add("7 8 12 4 1;1.5 2 31 5 0", 129);
    ASSERT_EQ(air.transmitters[0].list.size(), 2U);
    EXPECT_EQ(air.transmitters[0].list[0].xy.x_m, 1.5);
    EXPECT_EQ(air.transmitters[0].list[1].mast_height_m, 31);
    EXPECT_TRUE(air.transmitters[0].list[0].technologies.has(Technology::g4));
    ASSERT_EQ(air.transmitters[1].list.size(), 1U);
    EXPECT_EQ(air.transmitters[1].built_in[0], (DrawSet{1, 0, 2}));
    EXPECT_EQ(air.transmitters[0].built_in[0], (DrawSet{1, 0, 0}));
    EXPECT_THROW(air.add("7 8 12", 2), std::invalid_argument);
}

} // namespace
} // namespace phusong::study

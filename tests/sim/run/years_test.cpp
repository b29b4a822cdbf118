#include "sim/run/years.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

constexpr auto mobile = index(ServiceKind::mobile);
constexpr auto fixed = index(ServiceKind::fixed);

Radio thresholds() {
    Radio radio;
    for (auto& budget : radio.budget) budget.threshold_dbm = -97;
    return radio;
}

TEST(AppendReached, CountsSharesByCellAndNeverFalls) {
    auto world = test::draw({"V.V"}, 300);
    world.people.push_back({1, VillageId{0}, 60}); // 140 of village 0 in its own cell, 60 between the two
    auto const radio = thresholds();
    ReachedShares reached;
    auto maps = no_signal(world);
    maps.best_dbm[index(Technology::g2)].at(0) = -90;
    maps.best_dbm[index(Technology::g4)].at(1) = -96;
    std::vector<VillageSignal> const signals(2);
    std::vector<bool> const fibre{false, true}, none{false, false};
    std::vector<double> const lines{0.4, 1}, no_lines{0, 0};
    append_signals(reached, world, at_points(world, radio, maps), signals);
    append_lines(reached, {fibre, lines});
    EXPECT_DOUBLE_EQ(reached.share[mobile][0][0], 1);
    EXPECT_DOUBLE_EQ(reached.broadband_share[0][0], 0.3); // 60 of 200
    EXPECT_DOUBLE_EQ(reached.share[fixed][0][0], 0.4);
    EXPECT_DOUBLE_EQ(reached.share[fixed][0][1], 1);
    EXPECT_EQ(reached.share[index(ServiceKind::paytv)][0], (std::vector<double>{0, 1}));
    append_signals(reached, world, at_points(world, radio, no_signal(world)), signals);
    append_lines(reached, {none, no_lines});
    EXPECT_DOUBLE_EQ(reached.share[mobile][1][0], 1);
    EXPECT_DOUBLE_EQ(reached.share[fixed][1][1], 1);
}

TEST(AppendReached, LetsTheCentreSpeakForAVillageWithoutInhabitedCells) {
    auto world = test::draw({"V.V"}, 300);
    world.people.pop_back();
    std::vector<VillageSignal> signals(2);
    signals[1].people_share[index(Technology::g3)] = 1;
    ReachedShares reached;
    std::vector<bool> const fibre(2);
    std::vector<double> const lines(2);
    append_signals(reached, world, at_points(world, thresholds(), no_signal(world)), signals);
    append_lines(reached, {fibre, lines});
    EXPECT_EQ(reached.share[mobile][0][1], 1);
    EXPECT_EQ(reached.broadband_share[0][1], 0);
}

TEST(FibreByYear, ComesByItselfInItsYearOrByAProject) {
    auto world = test::draw({"V.V.V"}, 300);
    world.villages[0].fibre_year = 2019;
    world.villages[1].fibre_year = 2022;
    Candidates candidates;
    candidates.list.resize(1);
    candidates.list[0].kind = ProjectKind::fibre_village;
    candidates.list[0].village = VillageId{2};
    Plan plan;
    plan.projects.resize(1);
    plan.projects[0].year = 2021;
    auto const fibre = fibre_by_year(world, {.base = 2020, .first = 2021, .last = 2022}, candidates, plan);
    EXPECT_EQ(fibre, (std::vector<std::vector<bool>>{{true, false, false}, {true, false, true}, {true, true, true}}));
}

TEST(FixedLinesByYear, AreFibreOrThePartThatRadioServes) {
    Candidates candidates;
    candidates.list.resize(2);
    for (std::uint32_t c : {0U, 1U}) {
        candidates.list[c].kind = ProjectKind::fixed_wireless;
        candidates.list[c].village = VillageId{c};
        candidates.list[c].fixed_line_share = 0.3;
    }
    Plan plan;
    plan.projects.resize(2);
    plan.projects[0].year = 2021;
    plan.projects[1] = {.candidate = 1, .year = 2022, .appraisal = {}};
    auto const lines = fixed_lines_by_year({{false, false}, {false, false}, {true, false}},
                                           {.base = 2020, .first = 2021, .last = 2022}, candidates, plan);
    EXPECT_EQ(lines, (std::vector<std::vector<double>>{{0, 0}, {0.3, 0}, {1, 0.3}}));
}

TEST(TransmittersOf, AreTheYearsSitesWithTheMastTheyStandOn) {
    auto const world = test::draw({"T.V"}, 300);
    Candidates candidates;
    candidates.list.resize(3);
    candidates.list[2].kind = ProjectKind::relay;
    candidates.list[2].xy = {7, 8};
    candidates.list[0].kind = ProjectKind::add_technology;
    candidates.list[0].site = 0;
    candidates.list[0].mast_height_m = 42;
    candidates.list[0].technologies.add(Technology::g5);
    candidates.list[1].kind = ProjectKind::fibre_village;
    std::vector<Project> projects(3);
    for (std::uint32_t p : {0U, 1U, 2U}) projects[p] = {.candidate = p, .year = 2023, .appraisal = {}};
    EXPECT_TRUE(transmitters_of(world, candidates, projects, 2022).empty());
    auto const built = transmitters_of(world, candidates, projects, 2023);
    ASSERT_EQ(built.size(), 1U); // fibre is not in the air
    EXPECT_EQ(built[0].xy, world.sites[0].xy);
    EXPECT_TRUE(built[0].technologies.has(Technology::g5));
    auto const relays =
        transmitters_of(world, candidates, projects, 2023, SitePower::of_relays); // at a power of their own
    ASSERT_EQ(relays.size(), 1U);
    EXPECT_EQ(relays[0].xy, (geo::XY{7, 8}));
    EXPECT_TRUE(transmitters_of(world, candidates, projects, 2022, SitePower::of_relays).empty());
}

TEST(ReachedWithoutPlan, FollowsTheBaseYearAndFibreThatComesByItself) {
    ReachedShares planned;
    planned.share[mobile] = {{0.3, 0.7}, {0.9, 0.8}, {0.9, 1}};
    planned.broadband_share = {{0.2, 0.1}, {0.6, 0.1}, {0.6, 0.7}};
    auto const without = reached_without_plan(planned, {{true, false}, {true, false}, {true, true}});
    for (std::size_t y = 0; y < 3; ++y) {
        EXPECT_EQ(without.share[mobile][y], planned.share[mobile][0]);
        EXPECT_EQ(without.broadband_share[y], planned.broadband_share[0]);
    }
    EXPECT_EQ(without.share[fixed], (std::vector<std::vector<double>>{{1, 0}, {1, 0}, {1, 1}}));
    EXPECT_EQ(without.share[index(ServiceKind::paytv)], without.share[fixed]);
}

} // namespace
} // namespace phusong

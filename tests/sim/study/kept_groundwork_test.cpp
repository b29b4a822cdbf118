#include "geo/io/atomic_file.h"
#include "geo/io/kept_files.h"
#include "sim/run/years.h"
#include "sim/scenario/read.h"
#include "sim/study/kept_bytes.h"
#include "sim/study/kept_groundwork.h"
#include "sim/targets/targets.h"
#include "tests/sim/study/toy_study.h"
#include <filesystem>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

namespace fs = std::filesystem;

class KeptGroundwork : public testing::Test {
  protected:
    void SetUp() override { fs::remove_all(store.folder); }
    void TearDown() override { fs::remove_all(store.folder); }
    Groundwork of(Scenario const& s, bool keep = true) const { return groundwork(world, s, store, keep); }
    std::vector<geo::io::KeptFile> files() const { return geo::io::kept_files(store.folder, ".ground"); }

    Scenario const scenario = test::toy();
    World const world = read_world(scenario, {});
    Store const store{
        fs::path(testing::TempDir()) / // tests run side by side
        (std::string("kept_groundwork_") + testing::UnitTest::GetInstance()->current_test_info()->name())};
};

TEST_F(KeptGroundwork, ComesBackFromTheStoreAsItWasLaid) {
    auto const laid = lay_groundwork(world, scenario, base_points(world, scenario));
    ASSERT_FALSE(laid.survey.new_sites.empty());
    auto const first = of(scenario), second = of(scenario);
    EXPECT_EQ(files().size(), 1U);
    EXPECT_EQ(bytes_of(first), bytes_of(laid));
    EXPECT_EQ(bytes_of(second), bytes_of(laid));
    ASSERT_EQ(second.villages.size(), laid.villages.size());
    for (std::size_t v = 0; v < laid.villages.size(); ++v) {
        EXPECT_EQ(second.villages[v].state, laid.villages[v].state);
        EXPECT_EQ(second.villages[v].people_share, laid.villages[v].people_share);
    }
}

TEST_F(KeptGroundwork, GivesThePlanThatEachPlanMergingItsReachesForItselfGives) {
    of(scenario);
    auto const kept = of(scenario);
    auto plain = kept;
    for (auto* list : {&plain.survey.new_sites, &plain.survey.upgrades, &plain.survey.fibre})
        for (auto& candidate : *list) {
            EXPECT_TRUE(candidate.good);
            candidate.good.reset();
        }
    auto const goals = read_goals(scenario);
    auto const a = run_on(kept, world, scenario, goals, Extent::goals_and_money);
    auto const b = run_on(plain, world, scenario, goals, Extent::goals_and_money);
    ASSERT_EQ(a.plan.projects.size(), b.plan.projects.size());
    for (std::size_t p = 0; p < a.plan.projects.size(); ++p) {
        EXPECT_EQ(a.plan.projects[p].candidate, b.plan.projects[p].candidate);
        EXPECT_EQ(a.plan.projects[p].year, b.plan.projects[p].year);
        EXPECT_EQ(a.plan.projects[p].new_people, b.plan.projects[p].new_people);
    }
    EXPECT_EQ(a.plan.worth, b.plan.worth);
}

TEST_F(KeptGroundwork, HasThePointsOfTheBaseYearsMaps) {
    auto maps = no_signal(world);
    std::vector<Transmitter> standing;
    for (auto const& site : world.sites) standing.push_back({site.xy, site.mast_height_m, site.technologies});
    add_signals(maps, world, scenario.radio, standing);
    auto const of_maps = lay_groundwork(world, scenario, at_points(world, scenario.radio, maps));
    EXPECT_EQ(bytes_of(of(scenario)), bytes_of(of_maps));
}

TEST_F(KeptGroundwork, OfAnotherRadioIsAnotherFileAndOfOtherPricesTheSame) {
    auto other = scenario;
    other.prices.site_vnd *= 2;
    (void)of(scenario);
    (void)of(other);
    EXPECT_EQ(files().size(), 1U);
    other.radio.budget[0].threshold_dbm += 3;
    EXPECT_NE(bytes_of(of(other)), bytes_of(of(scenario)));
    EXPECT_EQ(files().size(), 2U);
}

TEST_F(KeptGroundwork, DamagedAnywhereIsLaidAnew) {
    auto const whole = bytes_of(of(scenario));
    auto const file = files().at(0).path;
    auto const kept = geo::io::read_file(file);
    for (std::size_t const at : {std::size_t{0}, std::size_t{70}, kept.size() / 2, kept.size() - 1}) {
        auto torn = kept;
        torn[at] = static_cast<char>(torn[at] ^ 1);
        geo::io::write_file(file, torn);
        EXPECT_EQ(bytes_of(of(scenario)), whole) << at;
        EXPECT_EQ(geo::io::read_file(file), kept) << at;
        geo::io::write_file(file, kept.substr(0, at));
        EXPECT_EQ(bytes_of(of(scenario)), whole) << at;
    }
}

TEST_F(KeptGroundwork, IsNotWrittenWhenNobodyWillAskAgain) {
    (void)of(scenario, false);
    (void)groundwork(world, scenario, {}, true);
    EXPECT_TRUE(files().empty());
}

TEST_F(KeptGroundwork, BytesCutAnywhereAreNone) {
    auto const bytes = bytes_of(of(scenario));
    for (std::size_t const size : {std::size_t{0}, std::size_t{7}, bytes.size() / 3, bytes.size() - 1})
        EXPECT_FALSE(ground_of(std::string_view(bytes).substr(0, size))) << size;
    EXPECT_FALSE(ground_of(bytes + "x"));
}

TEST_F(KeptGroundwork, HasBesideItWhatStandingSitesGiveToMapsOfProbability) {
    auto of_maps = scenario;
    of_maps.radio.error_sd_db = 8;
    auto const standing = [&](Scenario const& s, bool keep = true) { return standing_on_maps(world, s, store, keep); };
    auto const kept = [&] { return geo::io::kept_files(store.folder, ".standing"); };
    (void)standing(of_maps, false);
    EXPECT_TRUE(kept().empty());
    auto const laid = standing_signals(world, of_maps.radio, standing_transmitters(world));
    EXPECT_EQ(bytes_of(standing(of_maps)), bytes_of(laid));
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(bytes_of(standing(of_maps)), bytes_of(laid));
    EXPECT_EQ(kept().size(), 1U);
    auto const file = kept().at(0).path;
    geo::io::write_file(file, geo::io::read_file(file).substr(0, 1000));
    EXPECT_EQ(bytes_of(standing(of_maps)), bytes_of(laid)) << "a torn one is made anew";
    of_maps.radio.error_sd_db = 2; // other signals are heard
    EXPECT_NE(bytes_of(standing(of_maps)), bytes_of(laid));
    EXPECT_EQ(kept().size(), 2U);
    auto const bytes = bytes_of(laid);
    EXPECT_FALSE(standing_of(std::string_view(bytes).substr(0, bytes.size() - 1)));
    EXPECT_FALSE(standing_of(bytes + "x"));
}

} // namespace
} // namespace phusong::study

#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "geo/io/kept_files.h"
#include "sim/study/kept_bytes.h"
#include "sim/study/kept_plan.h"
#include "sim/targets/targets.h"
#include "tests/sim/study/toy_study.h"
#include <filesystem>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

namespace fs = std::filesystem;

class KeptPlan : public testing::Test {
  protected:
    void SetUp() override {
        scenario.rollout.solver = "exchange";
        fs::remove_all(store.folder);
    }
    void TearDown() override { fs::remove_all(store.folder); }
    Outcome of(Scenario const& s) const { return run_on_kept_plan(ground, world, s, read_goals(s), store); }
    std::vector<geo::io::KeptFile> files() const { return geo::io::kept_files(store.folder, ".plan"); }
    static Outcome made_of(Groundwork const& ground, World const& world, Scenario const& s) {
        return run_on(ground, world, s, read_goals(s), Extent::goals_and_money);
    }

    Scenario scenario = test::toy();
    World const world = read_world(scenario, {});
    Groundwork const ground = lay_groundwork(world, scenario, base_points(world, scenario));
    Store const store{fs::path(testing::TempDir()) / // tests run side by side
                      (std::string("kept_plan_") + testing::UnitTest::GetInstance()->current_test_info()->name())};
};

TEST_F(KeptPlan, ComesBackFromTheStoreAsItWasMadeWithAllThatFollowsFromIt) {
    auto const made = made_of(ground, world, scenario);
    ASSERT_FALSE(made.plan.projects.empty());
    for (int time = 0; time < 2; ++time) {
        auto const kept = of(scenario);
        EXPECT_EQ(files().size(), 1U);
        EXPECT_EQ(bytes_of(kept.plan), bytes_of(made.plan));
        EXPECT_EQ(kept.village_fibre, made.village_fibre);
        EXPECT_EQ(kept.subscribers.count, made.subscribers.count);
        ASSERT_EQ(kept.goals.size(), made.goals.size());
        for (std::size_t g = 0; g < made.goals.size(); ++g) EXPECT_EQ(kept.goals[g].gap, made.goals[g].gap) << g;
    }
}

TEST_F(KeptPlan, IsNotMadeAgainOnceItIsThere) {
    auto plan = of(scenario).plan;
    plan.worth += 1; // no solver would say so
    auto const bytes = bytes_of(plan);
    geo::io::write_file(files().at(0).path, geo::io::sha256(bytes) + bytes);
    EXPECT_EQ(of(scenario).plan.worth, plan.worth);
}

TEST_F(KeptPlan, OfAnyOtherKeyThanTheNameIsAnotherOne) {
    (void)of(scenario);
    auto other = scenario;
    other.name = "another_name";
    (void)of(other);
    EXPECT_EQ(files().size(), 1U);
    other.finance.discount_rate += 0.01;
    (void)of(other);
    EXPECT_EQ(files().size(), 2U);
}

TEST_F(KeptPlan, OfGreedyIsSoonMadeAndNotKept) {
    scenario.rollout.solver = "greedy";
    (void)of(scenario);
    EXPECT_TRUE(files().empty());
}

TEST_F(KeptPlan, DamagedAnywhereIsMadeAnew) {
    auto const whole = bytes_of(of(scenario).plan);
    auto const file = files().at(0).path;
    auto const kept = geo::io::read_file(file);
    for (std::size_t const at : {std::size_t{0}, std::size_t{70}, kept.size() / 2, kept.size() - 1}) {
        auto torn = kept;
        torn[at] = static_cast<char>(torn[at] ^ 1);
        geo::io::write_file(file, torn);
        EXPECT_EQ(bytes_of(of(scenario).plan), whole) << at;
        EXPECT_EQ(geo::io::read_file(file), kept) << at;
    }
    EXPECT_FALSE(plan_in(std::string_view(whole).substr(0, whole.size() - 1)));
    EXPECT_FALSE(plan_in(whole + "x"));
}

TEST_F(KeptPlan, ThatCannotBeReadIsMadeAnewAndNoFailure) {
    auto const whole = bytes_of(of(scenario).plan);
    auto const file = files().at(0).path;
    fs::remove(file);
    fs::create_directory(file);
    EXPECT_EQ(bytes_of(of(scenario).plan), whole);
}

TEST_F(KeptPlan, InAStoreThatCannotBeWrittenIsNoError) {
    geo::io::write_file(store.folder, "a file, where a folder should be");
    EXPECT_EQ(bytes_of(of(scenario).plan), bytes_of(made_of(ground, world, scenario).plan));
}

} // namespace
} // namespace phusong::study

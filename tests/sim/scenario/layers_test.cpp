#include "tests/sim/scenario/scenario_folder.h"
#include <fmt/format.h>
#include <gmock/gmock.h>

namespace phusong::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Layered : public ScenarioFolder {};

TEST_F(Layered, TheFileItselfWinsOverLaterFilesOverEarlierOnes) {
    (void)file("west.toml",
               "network.fibre_max_km = 21\nnetwork.microwave_max_km = 22\nnetwork.hub_mast_height_m = 23\n");
    (void)file("east.toml", "network.microwave_max_km = 32\nnetwork.hub_mast_height_m = 33\n");
    auto const read = read_scenario(
        file("north.toml", "extends = ['base.toml', 'west.toml', 'east.toml']\nnetwork.hub_mast_height_m = 43\n"));
    EXPECT_EQ(read.scenario.network.fibre_max_km, 21);
    EXPECT_EQ(read.scenario.network.microwave_max_km, 32);
    EXPECT_EQ(read.scenario.network.hub_mast_height_m, 43);
    EXPECT_EQ(read.scenario.prices, sample.prices);
    EXPECT_EQ(read.files.size(), 4U);
}

TEST_F(Layered, PathsStartAtTheProjectWhereTheFileSaysSo) {
    (void)file(".phusong-project", "");
    fs::create_directories(folder / "runs/one");
    auto const deep = file("runs/one/again.toml", resolved_toml(sample, folder));
    EXPECT_EQ(read_scenario(deep).scenario, sample);
    EXPECT_THAT(problem("extends = 'base.toml'\npaths_from = 'projct'\n"),
                AllOf(StartsWith("north.toml:2:14 paths_from"), HasSubstr("must be \"file\" or \"project\"")));
}

TEST_F(Layered, ChangesOfTheCommandLineAreKeptBehindThoseOfAnEarlierRun) {
    auto const read =
        read_scenario(file("north.toml", "extends = 'base.toml'\nchanges = 'low'\n[override.b]\nseed = 3\n"),
                      {.with = {"b"}, .set = {"years.last=2026"}, .allow = {}});
    EXPECT_EQ(read.scenario.changes, "low; b; years.last=2026");
    EXPECT_EQ(read_scenario(file("plain.toml", "extends = 'base.toml'\nchanges = ''\n")).scenario.changes, "");
}

TEST_F(Layered, AFileReachedTwiceIsReadOnceAtItsFirstPlace) {
    (void)file("west.toml", "extends = 'base.toml'\nnetwork.fibre_max_km = 21\n");
    (void)file("east.toml", "extends = 'base.toml'\n");
    auto const read = read_scenario(file("north.toml", "extends = ['west.toml', 'east.toml']\n"));
    EXPECT_EQ(read.scenario.network.fibre_max_km, 21);
    EXPECT_EQ(read.files.size(), 4U);
}

TEST_F(Layered, ACircleIsRefused) {
    (void)file("west.toml", "extends = 'north.toml'\n");
    EXPECT_THAT(problem("extends = 'west.toml'\n"),
                AllOf(StartsWith("west.toml:1:11 extends"), HasSubstr("in a circle")));
    EXPECT_THAT(problem("extends = 'north.toml'\n"), HasSubstr("in a circle"));
}

TEST_F(Layered, AChainThatIsTooLongIsRefused) {
    for (int i = 0; i < 20; ++i)
        (void)file(fmt::format("c{}.toml", i), fmt::format("extends = 'c{}.toml'\nseed = 3\n", i + 1));
    EXPECT_THAT(problems(folder / "c0.toml"), ElementsAre(HasSubstr("more than 16 levels deep")));
}

TEST_F(Layered, NamedOverridesAreLaidInTheOrderAsked) {
    auto const scenario = file(
        "north.toml", "extends = 'base.toml'\n[override.dry]\nnetwork.fibre_max_km = 5\nnetwork.microwave_max_km = 6\n"
                      "[override.wet.network]\nfibre_max_km = 7\n");
    auto const dry_wet = read_scenario(scenario, {.with = {"dry", "wet"}, .set = {}, .allow = {}});
    EXPECT_EQ(dry_wet.scenario.network.fibre_max_km, 7);
    EXPECT_EQ(dry_wet.scenario.network.microwave_max_km, 6);
    EXPECT_EQ(read_scenario(scenario, {.with = {"wet", "dry"}, .set = {}, .allow = {}}).scenario.network.fibre_max_km,
              5);
    EXPECT_EQ(read_scenario(scenario).scenario.network.fibre_max_km, sample.network.fibre_max_km);
}

TEST_F(Layered, OverridesOfAnExtendedFileCanBeChosenAndChanged) {
    (void)file("west.toml", "extends = 'base.toml'\n[override.dry.network]\nfibre_max_km = 5\nmicrowave_max_km = 6\n");
    auto const read =
        read_scenario(file("north.toml", "extends = 'west.toml'\n[override.dry.network]\nfibre_max_km = 8\n"),
                      {.with = {"dry"}, .set = {}, .allow = {}});
    EXPECT_EQ(read.scenario.network.fibre_max_km, 8);
    EXPECT_EQ(read.scenario.network.microwave_max_km, 6);
}

TEST_F(Layered, AnUnknownOverrideIsToldWithTheNearestOne) {
    auto const scenario = file("north.toml", "extends = 'base.toml'\n[override.low_budget]\nseed = 3\n");
    EXPECT_THAT(problems(scenario, {.with = {"low_buget"}, .set = {}, .allow = {}}),
                ElementsAre(AllOf(StartsWith("--with low_buget | "), HasSubstr("did you mean low_budget?"))));
}

TEST_F(Layered, TheCommandLineIsLaidLast) {
    auto const scenario = file("north.toml", "extends = 'base.toml'\n[override.dry]\nfinance.discount_rate = 0.07\n");
    ReadOptions const options{.with = {"dry"},
                              .set = {"finance.discount_rate=0.08", "rollout.policy=villages_first",
                                      "title_vi=Hà Giang thử", "rollout.public_budget_bn_vnd=[1.5,2,3,4,5]",
                                      "rollout.operator_budget_bn_vnd=7"},
                              .allow = {}};
    auto const read = read_scenario(scenario, options);
    EXPECT_EQ(read.scenario.finance.discount_rate, 0.08);
    EXPECT_EQ(read.scenario.rollout.policy, Policy::villages_first);
    EXPECT_EQ(read.scenario.title_vi, "Hà Giang thử");
    EXPECT_THAT(read.scenario.rollout.public_budget_bn_vnd, ElementsAre(1.5, 2, 3, 4, 5));
    EXPECT_THAT(read.scenario.rollout.operator_budget_bn_vnd, ElementsAre(7));
}

TEST_F(Layered, MistakesOnTheCommandLineAreAllTold) {
    EXPECT_THAT(
        problems(folder / "base.toml", {.with = {},
                                        .set = {"finance.discount_rat=0.08", "seed", "radio.margin_db=7,5",
                                                "radio.weak_band_db=ten", "finance.horizon_years=2.5"},
                                        .allow = {}}),
        ElementsAre(AllOf(StartsWith("--set finance.discount_rat |"), HasSubstr("did you mean finance.discount_rate?")),
                    AllOf(StartsWith("--set seed |"), HasSubstr("key=value")),
                    AllOf(StartsWith("--set radio.margin_db |"), HasSubstr("7.5")),
                    StartsWith("--set radio.weak_band_db |"),
                    AllOf(StartsWith("--set finance.horizon_years |"), HasSubstr("whole number"))));
}

TEST_F(Layered, PathsStartAtTheFileThatWroteThem) {
    write(folder / "deep/data/roads.csv", "x\n");
    (void)file("deep/west.toml", "world.roads = 'data/roads.csv'\n");
    auto const read = read_scenario(file("north.toml", "extends = ['base.toml', 'deep/west.toml']\n"));
    EXPECT_EQ(read.scenario.world.roads.path, fs::canonical(folder / "deep/data/roads.csv"));
    EXPECT_EQ(without_folder(read.scenario.world.roads.where), "deep/west.toml:1:15 world.roads");
}

TEST_F(Layered, AnEmptyPathTakesALayerAway) {
    auto const read = read_scenario(file("north.toml", "extends = 'base.toml'\n[world]\nroads = ''\nterrain = []\n"));
    EXPECT_FALSE(read.scenario.world.roads.given());
    EXPECT_TRUE(read.scenario.world.terrain.empty());
}

TEST_F(Layered, AFolderOutsideTheProjectCanBeAllowed) {
    auto const outside = fs::path(::testing::TempDir()) / "phusong_outside";
    write(outside / "roads.csv", "x\n");
    auto const scenario =
        file("north.toml", "extends = 'base.toml'\nworld.roads = '" + (outside / "roads.csv").generic_string() + "'\n");
    EXPECT_THAT(problems(scenario), ElementsAre(StartsWith("north.toml:2:15 world.roads")));
    EXPECT_EQ(read_scenario(scenario, {.with = {}, .set = {}, .allow = {outside}}).scenario.world.roads.path,
              fs::canonical(outside / "roads.csv"));
    fs::remove_all(outside);
}

} // namespace
} // namespace phusong::test

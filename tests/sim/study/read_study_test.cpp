#include "geo/io/atomic_file.h"
#include "geo/problem.h"
#include "sim/study/study.h"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

/// A project folder of its own with a scenario that extends the toy province.
class ReadStudy : public testing::Test {
  protected:
    void SetUp() override {
        folder = fs::path(testing::TempDir()) /
                 fmt::format("study_{}", testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
        write(".phusong-project", "");
    }
    void TearDown() override { fs::remove_all(folder); }
    void write(std::string const& name, std::string const& text) const { geo::io::write_file(folder / name, text); }
    std::string scenario(std::string const& more) const {
        write("s.toml", fmt::format("extends = \"{}/scenarios/toy.toml\"\n{}", PHUSONG_SOURCE_DIR, more));
        return (folder / "s.toml").string();
    }
    StudyOptions options() const {
        StudyOptions o;
        o.read.allow.emplace_back(PHUSONG_SOURCE_DIR);
        return o;
    }
    std::string problems_of(std::string const& more) const {
        try {
            (void)read_study({scenario(more)}, options());
        } catch (geo::InputError const& error) {
            return text(error.problems, geo::Language::en);
        }
        return "no problem";
    }
    fs::path folder;
};

std::vector<std::string> names(Study const& study) {
    std::vector<std::string> out;
    for (auto const& option : study.options) out.push_back(option.name);
    return out;
}

TEST_F(ReadStudy, IsTheScenarioAloneWhenNothingElseIsAsked) {
    auto const study = read_study({scenario("")}, options());
    EXPECT_THAT(names(study), ElementsAre("toy"));
    EXPECT_EQ(study.runs(), 1U);
}

TEST_F(ReadStudy, SweepsEveryCombination) {
    auto const study = read_study({scenario("[sweep]\nfinance.discount_rate = [0.06, 0.1]\n"
                                            "rollout.policy = [\"villages_first\", \"viable_first\"]\n")},
                                  options());
    EXPECT_THAT(names(study), ElementsAre("toy, finance.discount_rate=0.06, rollout.policy=villages_first",
                                          "toy, finance.discount_rate=0.06, rollout.policy=viable_first",
                                          "toy, finance.discount_rate=0.1, rollout.policy=villages_first",
                                          "toy, finance.discount_rate=0.1, rollout.policy=viable_first"));
    EXPECT_EQ(study.options[2].scenario.finance.discount_rate, 0.1);
    EXPECT_EQ(study.options[2].scenario.rollout.policy, Policy::villages_first);
}

TEST_F(ReadStudy, TakesARowOfTheTableForAnOptionAndAnEmptyCellForNoChange) {
    auto const file = scenario("");
    write("t.csv",
          "name,finance.discount_rate,rollout.operator_budget_bn_vnd\nlow,0.05,\nrich,,\"[20, 30, 30, 30, 30]\"\n");
    auto asked = options();
    asked.table = folder / "t.csv";
    auto const study = read_study({file}, asked);
    EXPECT_THAT(names(study), ElementsAre("toy, low", "toy, rich"));
    EXPECT_EQ(study.options[0].scenario.finance.discount_rate, 0.05);
    EXPECT_EQ(study.options[1].scenario.rollout.operator_budget_bn_vnd, (std::vector<double>{20, 30, 30, 30, 30}));
    EXPECT_NE(study.options[1].scenario.finance.discount_rate, 0.05);
}

TEST_F(ReadStudy, ReadsWhatIsUncertainWithItsDraws) {
    auto const study = read_study(
        {scenario(
            "[uncertainty]\ndraws = 50\nsampling = \"sobol\"\nplan = \"fixed\"\n"
            "prices.site_vnd = { distribution = \"triangular\", low = 0.8, mode = 1, high = 1.4, relative = true }\n")},
        options());
    EXPECT_EQ(study.runs(), 50U);
    EXPECT_EQ(study.sampling, Sampling::sobol);
    EXPECT_TRUE(study.plan_fixed);
    auto const& uncertain = study.options[0].uncertain; // the prices that the toy extends bring ranges of their own
    auto const site = std::ranges::find(uncertain, "prices.site_vnd", &Uncertain::key);
    ASSERT_NE(site, uncertain.end());
    EXPECT_EQ(site->high, 1.4);
    EXPECT_TRUE(site->relative);
    EXPECT_NE(std::ranges::find(uncertain, "prices.fibre_vnd_per_km", &Uncertain::key), uncertain.end());
}

TEST_F(ReadStudy, ARangeThatDoesNotHoldTheScenariosOwnValueIsRefused) {
    auto const text = problems_of("[uncertainty]\ndraws = 5\n"
                                  "prices.site_vnd = { distribution = \"uniform\", low = 1e7, high = 2e7 }\n");
    EXPECT_THAT(text, HasSubstr("uncertainty.prices.site_vnd"));
    EXPECT_THAT(text, HasSubstr("the scenario's own value, 750000000, lies outside 10000000 … 20000000"));
    EXPECT_EQ(problems_of("[uncertainty]\ndraws = 5\n"
                          "prices.site_vnd = { distribution = \"uniform\", low = 1e7, high = 2e9 }\n"),
              "no problem");
}

TEST_F(ReadStudy, AKeyThatOptionsChangeIsDrawnAroundTheirValueOrRefused) {
    std::string const swept = "[sweep]\nprices.site_vnd = [5e8, 1e9]\n[uncertainty]\ndraws = 5\n";
    EXPECT_THAT(problems_of(swept + "prices.site_vnd = { distribution = \"uniform\", low = 1e8, high = 2e9 }\n"),
                HasSubstr("prices.site_vnd is drawn in [uncertainty], so this value would change nothing"));
    EXPECT_EQ(
        problems_of(swept + "prices.site_vnd = { distribution = \"uniform\", low = 0.5, high = 2, relative = true }\n"),
        "no problem");
}

TEST_F(ReadStudy, WhatAllDrawsHaveInCommonIsNotDrawn) {
    for (std::string const key : {"finance.cost_draws", "years.last"})
        EXPECT_THAT(problems_of("[uncertainty]\ndraws = 2\n" + key +
                                " = { distribution = \"uniform\", low = 10, high = 20 }\n"),
                    HasSubstr("cannot be drawn: all draws have this in common"))
            << key;
}

TEST_F(ReadStudy, MoreRunsThanAnyMemoryHoldsAreToldWithOptionsAndDraws) {
    std::string const sweep = "[sweep]\nseed = [1, 2, 3]\n[uncertainty]\n";
    EXPECT_THAT(problems_of(sweep + "draws = 4000000\n"), HasSubstr("3 options × 4,000,000 draws; at most 10,000,000"));
    EXPECT_EQ(problems_of(sweep + "draws = 3000000\n"), "no problem");
}

TEST_F(ReadStudy, ADistributionTakesThePlaceOfTheWholeOneOfAnExtendedFile) {
    (void)scenario("[uncertainty]\nprices.site_vnd = { distribution = \"triangular\", low = 0.8, mode = 1, high = 1.4, "
                   "relative = true }\n");
    write("near.toml", "extends = \"s.toml\"\n[uncertainty]\n"
                       "prices.site_vnd = { distribution = \"normal\", mean = 7e8, sd = 1e8 }\n");
    auto const study = read_study({(folder / "near.toml").string()}, options());
    auto const& uncertain = study.options[0].uncertain;
    auto const site = std::ranges::find(uncertain, "prices.site_vnd", &Uncertain::key);
    ASSERT_NE(site, uncertain.end());
    EXPECT_EQ(site->spread, Spread::normal);
    EXPECT_FALSE(site->relative);
}

TEST_F(ReadStudy, TellsEveryMistakeOfTheStudyAtItsPlace) {
    auto const said = problems_of("[sweep]\nfinance.discont_rate = [0.1]\nrollout.policy = \"villages_first\"\n"
                                  "[uncertainty]\ndraws = -3\n"
                                  "prices.site_vnd = { distribution = \"uniform\", low = 2, high = 1 }\n"
                                  "prices.vsat_vnd = { distribution = \"bell\" }\n"
                                  "rollout.policy = { distribution = \"uniform\", low = 0, high = 1 }\n");
    EXPECT_THAT(said, HasSubstr("finance.discount_rate"));
    EXPECT_THAT(said, HasSubstr("a list of values to try"));
    EXPECT_THAT(said, HasSubstr("must be a whole number from 0"));
    EXPECT_THAT(said, HasSubstr("the numbers must rise"));
    EXPECT_THAT(said, HasSubstr("uniform, triangular, normal, lognormal"));
    EXPECT_THAT(said, HasSubstr("is no key with a number"));
}

TEST_F(ReadStudy, RefusesAnOptionThatNoScenarioFileCouldBe) {
    auto const said = problems_of("[sweep]\nfinance.discount_rate = [0.1, 7]\n");
    EXPECT_THAT(said, HasSubstr("sweep.finance.discount_rate"));
    EXPECT_THAT(said, HasSubstr("must lie between"));
}

TEST_F(ReadStudy, RefusesToChangeTheGroundUnderAFixedPlan) {
    EXPECT_THAT(problems_of("[uncertainty]\ndraws = 5\nplan = \"fixed\"\n"
                            "radio.margin_db = { distribution = \"normal\", mean = 10, sd = 3 }\n"),
                HasSubstr("cannot change under a plan that stays as it is"));
}

TEST_F(ReadStudy, TellsTheMistakesOfATableWithLineAndColumn) {
    auto const file = scenario("");
    write("t.csv", "name,finance.discont_rate,prices.site_vnd\na,0.1,many\na,0.1,7e8\n");
    auto asked = options();
    asked.table = folder / "t.csv";
    try {
        (void)read_study({file}, asked);
        FAIL();
    } catch (geo::InputError const& error) {
        auto const said = text(error.problems, geo::Language::en);
        EXPECT_THAT(said, HasSubstr("t.csv:1"));
        EXPECT_THAT(said, HasSubstr("did you mean finance.discount_rate"));
        EXPECT_THAT(said, HasSubstr("t.csv:2 prices.site_vnd"));
        EXPECT_THAT(said, HasSubstr("t.csv:3 name"));
    }
}

} // namespace
} // namespace phusong::study

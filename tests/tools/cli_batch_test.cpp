// batch through the shell: killed at any moment and resumed, in parts, twice at once.
#include "geo/io/csv_file.h"
#include "geo/io/journal.h"
#include "geo/io/sqlite_file.h"
#include "tests/tools/cli_program.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class Batch : public testing::Test {
  protected:
    void SetUp() override {
        write(here.path / ".phusong-project", "");
        write(here.path / "s.toml", fmt::format("extends = \"{}/scenarios/toy.toml\"\n"
                                                "[sweep]\n"
                                                "rollout.policy = [\"most_people_per_vnd\", \"villages_first\"]\n"
                                                "[uncertainty]\n"
                                                "draws = 12\n"
                                                "prices.site_vnd = {{ distribution = \"triangular\", low = 0.8, mode = "
                                                "1, high = 1.4, relative = true }}\n"
                                                "adoption.mobile.ceiling_share = {{ distribution = \"normal\", mean = "
                                                "1, sd = 0.03, relative = true }}\n",
                                                PHUSONG_SOURCE_DIR));
    }
    Said batch(std::string const& more, std::string const& prefix = {}) const {
        return phusong(fmt::format("batch s.toml --allow-path {} {}", PHUSONG_SOURCE_DIR, more),
                       {.folder = here.path, .prefix = prefix});
    }
    Folder const here{"batch"};
};

TEST_F(Batch, KilledAtAnyMomentAndResumedGivesTheBytesOfAnUninterruptedStudy) {
    ASSERT_EQ(batch("-o whole").code, 0);
    auto const whole = tree(here.path / "whole");
    ASSERT_EQ(whole.size(),
              12U + 4U * 2U); // tables, workbooks, database, probability by village; four maps and their styles
    int killed = 0;
    for (int moment = 0; moment < 12; ++moment) {
        auto const seconds = fmt::format("{:.2f}", 0.05 + 0.07 * moment);
        auto const out = fmt::format("-o k{} -j 2", moment);
        killed += batch(out, "timeout -s KILL " + seconds).code == 137 ? 1 : 0;
        killed += batch(out, "timeout -s KILL " + seconds).code == 137 ? 1 : 0;
        auto const said = batch(out);
        EXPECT_EQ(said.code, 0) << said.err;
        EXPECT_EQ(tree(here.path / fmt::format("k{}", moment)), whole) << seconds;
        EXPECT_FALSE(fs::exists(here.path / fmt::format("k{}.unfinished", moment)));
    }
    EXPECT_GT(killed, 3);
}

TEST_F(Batch, PartsPutTogetherAreTheWhole) {
    ASSERT_EQ(batch("-o whole").code, 0);
    for (int part = 1; part <= 3; ++part) {
        auto const said = batch(fmt::format("-o parts --shard {}/3", part));
        EXPECT_EQ(said.code, 0);
        EXPECT_THAT(said.err, HasSubstr(fmt::format("Part {}/3 done (8 runs)", part)));
        EXPECT_FALSE(fs::exists(here.path / "parts"));
    }
    auto const merged = batch("-o parts --json");
    EXPECT_EQ(merged.code, 0);
    EXPECT_THAT(merged.out, HasSubstr("\"computed\": 0"));
    EXPECT_EQ(tree(here.path / "parts"), tree(here.path / "whole"));
}

TEST_F(Batch, AnyThreadsAnyJobsAndAnyOrderOfPartsGiveTheSameBytes) {
    ASSERT_EQ(batch("-o whole").code, 0);
    auto const whole = tree(here.path / "whole");
    for (int threads = 1; threads <= 3; ++threads)
        for (int jobs = 1; jobs <= 3; ++jobs) {
            auto const out = fmt::format("-o t{}j{} -j {} --threads {}", threads, jobs, jobs, threads);
            for (int k = 0; k < 3; ++k) {
                int const part = 1 + (2 * k + threads + jobs) % 3; // another order for each
                ASSERT_EQ(batch(fmt::format("{} --shard {}/3", out, part)).code, 0);
            }
            ASSERT_EQ(batch(out).code, 0);
            EXPECT_EQ(tree(here.path / fmt::format("t{}j{}", threads, jobs)), whole) << out;
        }
}

TEST_F(Batch, MapsTheProbabilityOfCoverageOfEachOptionUnlessTold) {
    auto const said = batch("-o with --set radio.error_sd_db=9");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("probability_*.tif"));
    for (auto const* reception : {"signal", "broadband"})
        for (int option : {0, 1}) {
            auto const name = fmt::format("with/probability_{}_{}", reception, option);
            auto const tags = contents(here.path / (name + ".tif"));
            EXPECT_THAT(tags, HasSubstr("<Item name=\"DRAWS\">12</Item>"));
            bool const of_broadband = name.find("broadband") != std::string::npos;
            EXPECT_THAT(tags, HasSubstr(of_broadband ? "Probability of good 4G or 5G" : "Probability of good signal"));
            EXPECT_THAT(tags, HasSubstr("<Item name=\"ERROR_SD_DB\">9</Item>"));
            EXPECT_THAT(tags, HasSubstr(option == 0 ? "most_people_per_vnd" : "villages_first"));
            EXPECT_THAT(contents(here.path / (name + ".qml")), HasSubstr("70 … 90 %"));
        }
    auto const without = batch("-o without --no-maps");
    ASSERT_EQ(without.code, 0);
    EXPECT_THAT(without.out, testing::Not(HasSubstr("probability_*.tif")));
    EXPECT_FALSE(fs::exists(here.path / "without/probability_signal_0.tif"));
    EXPECT_EQ(batch("-o none --draws 0").code, 0);
    EXPECT_FALSE(fs::exists(here.path / "none/probability_signal_0.tif"));
}

TEST_F(Batch, ItsOptionsStandSideBySideInACompareWithWhatTheDrawsLeaveOpen) {
    ASSERT_EQ(batch("-o study").code, 0);
    auto const said = phusong("compare study --json", {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    auto const all = nlohmann::json::parse(said.out);
    ASSERT_EQ(all["options"].size(), 2U);
    auto const& first = all["options"][0];
    EXPECT_EQ(first["drawn"]["draws"], 12);
    EXPECT_LT(first["drawn"]["p10"]["spent_vnd"], first["drawn"]["p90"]["spent_vnd"]);
    EXPECT_LE(first["drawn"]["p10"]["spent_vnd"], first["values"]["spent_vnd"]);
    EXPECT_TRUE(first["values"]["worst_tenth_broadband_share"].is_number());
    EXPECT_EQ(all["levers"][0]["key"], "rollout.policy");
    auto const shown = phusong("compare study -o compared", {.folder = here.path});
    EXPECT_EQ(shown.code, 0);
    for (auto const* words :
         {"P10 / P50 / P90", "Probability of reaching each goal (share of the draws)", "probability 100%"})
        EXPECT_THAT(shown.out, HasSubstr(words));
    auto const page = contents(here.path / "compared/compare.html");
    EXPECT_THAT(page, HasSubstr("Over the draws"));
    EXPECT_THAT(page, HasSubstr("<td>probability 100%</td>"));
    EXPECT_THAT(page, testing::Not(HasSubstr(">never<"))); // a study knows no first year
    EXPECT_THAT(contents(here.path / "compared/compare.csv"), HasSubstr("_probability"));
    write(here.path / "study/runs.csv", "torn");
    auto const torn = phusong("compare study", {.folder = here.path});
    EXPECT_NE(torn.code, 0);
    EXPECT_THAT(torn.err, HasSubstr("was changed since it was written"));
}

TEST_F(Batch, WithoutSbatchTheJobArrayIsWrittenAndItsTasksCanBeRunByHand) {
    ASSERT_EQ(batch("-o whole").code, 0);
    auto const said = batch("-o 'my cluster' --slurm 2", "env PATH=/nowhere");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("There is no sbatch here"));
    auto const script = contents(here.path / "my cluster.unfinished/slurm.sh");
    EXPECT_THAT(script, HasSubstr("#SBATCH --array=1-2\n"));
    EXPECT_THAT(script, testing::Not(HasSubstr("'--slurm'")));
    for (int task = 1; task <= 2; ++task)
        EXPECT_EQ(std::system(fmt::format("SLURM_ARRAY_TASK_ID={} sh '{}' 2>/dev/null", task,
                                          (here.path / "my cluster.unfinished/slurm.sh").string())
                                  .c_str()),
                  0);
    auto const merged = batch("-o 'my cluster' --json");
    EXPECT_THAT(merged.out, HasSubstr("\"computed\": 0"));
    EXPECT_EQ(tree(here.path / "my cluster"), tree(here.path / "whole"));
}

TEST_F(Batch, ComputesNothingTwice) {
    ASSERT_EQ(batch("-o out").code, 0);
    auto const again = batch("-o out");
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(again.err, HasSubstr("already there"));
    write(here.path / "out/runs.csv", "torn");
    auto const torn = batch("-o out");
    EXPECT_EQ(torn.code, 5);
    EXPECT_THAT(torn.err, HasSubstr("holds the results of another study, or files in it were changed"));
    EXPECT_FALSE(fs::exists(here.path / "out.unfinished")) << "that is noticed before anything is computed";
    EXPECT_EQ(batch("-o out --overwrite").code, 0);
}

TEST_F(Batch, ReplacesNothingThatItHasNotWritten) {
    fs::create_directory(here.path / "mine");
    write(here.path / "mine/letter.txt", "dear");
    auto const said = batch("-o mine --overwrite");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("is no result folder of this kind"));
    ASSERT_EQ(batch("-o out --draws 2").code, 0);
    write(here.path / "out/map.qgz", "a project of somebody");
    auto const beside = batch("-o out --draws 3 --overwrite");
    EXPECT_EQ(beside.code, 5);
    EXPECT_THAT(beside.err, HasSubstr("holds files that phusong has not written, so it is not replaced: map.qgz"));
    EXPECT_EQ(contents(here.path / "mine/letter.txt"), "dear");
    EXPECT_FALSE(fs::exists(here.path / "out.unfinished"));
}

TEST_F(Batch, ASlashAfterTheFolderChangesNothing) {
    EXPECT_EQ(batch("-o out/ --shard 1/2 --draws 2").code, 0);
    EXPECT_TRUE(fs::exists(here.path / "out.unfinished"));
    EXPECT_EQ(batch("-o out/ --draws 2").code, 0);
    EXPECT_THAT(batch("-o out --draws 2").err, HasSubstr("already there"));
}

TEST_F(Batch, ASecondOneOnTheSameFolderIsRefusedClearly) {
    fs::create_directories(here.path / "out.unfinished");
    geo::io::FolderLock const held(here.path / "out.unfinished", geo::io::FolderLock::Kind::exclusive);
    auto const said = batch("-o out");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("another phusong is at work here"));
}

TEST_F(Batch, AnotherStudysUnfinishedPartIsNotTakenForThisOne) {
    ASSERT_EQ(batch("-o out --shard 1/2").code, 0);
    auto const said = batch("-o out --draws 3");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("the unfinished part of another study"));
    EXPECT_EQ(batch("-o out --draws 3 --overwrite").code, 0);
}

TEST_F(Batch, WhatAnotherBuildOfTheProgramHasComputedIsNotMixedWithItsOwn) {
    ASSERT_EQ(batch("-o out --shard 1/2").code, 0);
    auto const file = here.path / "out.unfinished/identity.txt";
    auto text = contents(file);
    text.replace(text.find('\n') + 1, 4, "ffff");
    write(file, text);
    auto const said = batch("-o out");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("another build of phusong computed"));
}

TEST_F(Batch, OneCallGivesTheFrontOfPeopleMoneyAndEquity) {
    write(here.path / "front.toml", fmt::format("extends = \"{}/scenarios/toy.toml\"\n", PHUSONG_SOURCE_DIR));
    auto const call = fmt::format("batch front.toml --allow-path {} --front 0.2,1 -o front", PHUSONG_SOURCE_DIR);
    auto const said = phusong(call, {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    auto const table = geo::io::read_csv(here.path / "front/front.csv", "front.csv");
    ASSERT_EQ(table.rows.size(), 12U); // two shares, six policies that need no list of places
    auto const of = [&](auto const& row, char const* column) { return std::stod(row.cells.at(*table.column(column))); };
    auto const surpasses = [&](auto const& a, auto const& b) {
        double const people = of(a, "newly_covered_people") - of(b, "newly_covered_people"),
                     money = of(b, "spent_vnd") - of(a, "spent_vnd"),
                     equity = of(a, "worst_tenth_broadband_share") - of(b, "worst_tenth_broadband_share");
        return people >= 0 && money >= 0 && equity >= 0 && (people > 0 || money > 0 || equity > 0);
    };
    int on_front = 0;
    for (auto const& row : table.rows) {
        bool const surpassed =
            std::ranges::any_of(table.rows, [&](auto const& other) { return surpasses(other, row); });
        EXPECT_EQ(row.cells.at(*table.column("on_front")), surpassed ? "0" : "1") << row.cells.front();
        on_front += surpassed ? 0 : 1;
        EXPECT_EQ(said.out.find("  " + row.cells.front() + ": ") != std::string::npos, !surpassed);
        EXPECT_DOUBLE_EQ(of(row, "spent_vnd"), of(row, "operators_vnd") + of(row, "public_vnd"));
    }
    EXPECT_GT(on_front, 0);
    EXPECT_LT(on_front, 12);
    EXPECT_THAT(table.rows.front().cells.at(1), HasSubstr("rollout.operator_budget_bn_vnd=[0.7"));
    EXPECT_EQ(phusong("compare front -o compared", {.folder = here.path}).code, 0);
    EXPECT_THAT(phusong(call, {.folder = here.path}).err, HasSubstr("already there"));
}

TEST_F(Batch, AFrontOverKeysThatAreSweptIsRefused) {
    auto const said = batch("--front 0.5,1 -o out");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("--front tries values of rollout.policy already"));
    EXPECT_THAT(batch("--front -1").err, HasSubstr("must be a number above 0, at most 100"));
    EXPECT_THAT(batch("--front 0,5").err, HasSubstr("a point stands within one"));
}

TEST_F(Batch, ListsWithoutComputing) {
    auto const said = batch("-o out --dry-run");
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.out, HasSubstr("2 options × 12 draws = 24 runs"));
    EXPECT_THAT(said.out, HasSubstr("toy, rollout.policy=villages_first"));
    EXPECT_FALSE(fs::exists(here.path / "out"));
    EXPECT_FALSE(fs::exists(here.path / "out.unfinished"));
}

TEST_F(Batch, ItsDatabaseHoldsEveryRunAndIndicator) {
    ASSERT_EQ(batch("-o out --plan fixed --draws 5").code, 0);
    std::vector<std::int64_t> counts;
    geo::io::read_sqlite(here.path / "out/study.db", "SELECT count(*) FROM run UNION ALL SELECT count(*) FROM drawn",
                         [&](auto const& row) { counts.push_back(std::get<std::int64_t>(row.at(0))); });
    EXPECT_EQ(counts, (std::vector<std::int64_t>{10, 70})); // two keys of this file and five of the toy's prices
    double largest = 0;
    geo::io::read_sqlite(here.path / "out/study.db",
                         "SELECT max(value) FROM results WHERE indicator = 'signal_share' AND year = 2025",
                         [&](auto const& row) { largest = std::get<double>(row.at(0)); });
    EXPECT_GT(largest, 0.9);
}

/// Rows of study.db as text, by a key made of the first columns.
std::map<std::string, double> figures(fs::path const& database, std::string const& query) {
    std::map<std::string, double> found;
    geo::io::read_sqlite(database, query, [&](auto const& row) {
        auto const key = std::get<std::string>(row.at(0)) + ' ' + std::get<std::string>(row.at(1)) + ' ' +
                         std::get<std::string>(row.at(2));
        found[key] = std::get<double>(row.at(3));
    });
    return found;
}

TEST_F(Batch, KeepsOfEveryCommuneWhatARunsTableOfCommunesSays) {
    ASSERT_EQ(batch("-o study --draws 0 --communes").code, 0);
    auto const kept =
        figures(here.path / "study/study.db", "SELECT option, code, indicator, value FROM commune_results");
    std::size_t compared = 0;
    for (auto const* policy : {"most_people_per_vnd", "villages_first"}) {
        ASSERT_EQ(phusong(fmt::format("run s.toml --allow-path {} --set rollout.policy={} -o {}", PHUSONG_SOURCE_DIR,
                                      policy, policy),
                          {.folder = here.path})
                      .code,
                  0);
        auto const table = geo::io::read_csv(here.path / policy / "tables/communes.csv", "communes.csv");
        for (auto const& row : table.rows) {
            auto const of = [&](char const* column) { return row.cells.at(*table.column(column)); };
            auto const number = [&](char const* column) { return std::stod(of(column)); };
            if (of("year") != "2025") continue;
            auto const study = [&](char const* indicator) {
                return kept.at(fmt::format("toy, rollout.policy={} {} {}", policy, of("code"), indicator));
            };
            EXPECT_NEAR(study("mobile_per_100"), number("mobile_per_100"), 0.0051);
            EXPECT_NEAR(study("fixed_per_100"), number("fixed_per_100"), 0.0051);
            EXPECT_NEAR(study("signal_share"), number("signal_share"), 0.001); // of whole people there
            EXPECT_NEAR(study("broadband_share"), number("broadband_share"), 0.001);
            EXPECT_NEAR(study("villages_good_share"), number("villages_good") / number("villages"), 5e-6);
            EXPECT_NEAR(study("villages_fibre_share"), number("villages_fibre") / number("villages"), 5e-6);
            compared += 6;
        }
    }
    EXPECT_EQ(compared, kept.size());
    EXPECT_GT(compared, 100U);
}

TEST_F(Batch, FiguresOfCommunesAreTheSameBytesInPartsAndAfterAKill) {
    for (auto const* plan : {"anew", "fixed"}) {
        auto const study = fmt::format("--communes --plan {} -o {}", plan, plan);
        ASSERT_EQ(batch(study + "-whole").code, 0);
        auto const whole = tree(here.path / (std::string(plan) + "-whole"));
        for (int part = 3; part >= 1; --part)
            ASSERT_EQ(batch(fmt::format("{}-parts --shard {}/3 -j 2", study, part)).code, 0);
        ASSERT_EQ(batch(study + "-parts").code, 0);
        EXPECT_EQ(tree(here.path / (std::string(plan) + "-parts")), whole);
        for (auto const* seconds : {"0.2", "0.5"})
            (void)batch(study + "-killed -j 3", std::string("timeout -s KILL ") + seconds);
        ASSERT_EQ(batch(study + "-killed").code, 0);
        EXPECT_EQ(tree(here.path / (std::string(plan) + "-killed")), whole);
    }
    EXPECT_EQ(batch("-o plain --no-maps").code, 0);
    EXPECT_THROW(figures(here.path / "plain/study.db", "SELECT * FROM commune_results"), geo::FileError);
}

TEST_F(Batch, SaysWhatIsAsPredictedAndWhatCountsTheErrorOfPrediction) {
    auto const said = batch("-o out --set radio.error_sd_db=30 --set adoption.fixed.growth_error_points=0.6");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("does not draw: adoption.fixed.growth_shift_points"));
    auto const percentiles = contents(here.path / "out/percentiles.csv");
    EXPECT_THAT(percentiles, HasSubstr("Villages with good signal (as predicted)"));
    EXPECT_THAT(percentiles, HasSubstr("Thôn có sóng tốt (như dự báo)"));
    EXPECT_THAT(percentiles, HasSubstr("(signal as predicted)"));
    auto const table = geo::io::read_csv(here.path / "out/percentiles.csv", "percentiles.csv");
    auto const mean_of = [&](char const* indicator) {
        for (auto const& row : table.rows)
            if (row.cells.at(*table.column("indicator")) == indicator && row.cells.at(*table.column("year")) == "2025")
                return std::stod(row.cells.at(*table.column("mean")));
        return std::nan("");
    };
    EXPECT_LT(mean_of("villages_heard"), mean_of("villages_good"));
    auto const halls = geo::io::read_csv(here.path / "out/villages_probability.csv", "villages_probability.csv");
    double sum = 0;
    for (auto const& row : halls.rows)
        if (row.cells.at(0) == "toy, rollout.policy=most_people_per_vnd") sum += std::stod(row.cells.at(5));
    EXPECT_NEAR(mean_of("villages_heard"), sum, 1.5); // twelve draws of the number whose mean the maps know
    EXPECT_THAT(contents(here.path / "out/sensitivity.csv"), HasSubstr("prices.site_vnd"));
    for (auto const* file : {"out/sensitivity.csv", "out/regret.csv"})
        EXPECT_THAT(contents(here.path / file), HasSubstr(",label_vi,label_en")) << file;
}

TEST_F(Batch, AComparisonShowsWhatEachOptionOfATableChanges) {
    write(here.path / "plain.toml", fmt::format("extends = \"{}/scenarios/toy.toml\"\n", PHUSONG_SOURCE_DIR));
    write(here.path / "rows.csv", "name,finance.discount_rate,adoption.mobile.ceiling_share\nv1,0.07,\nv2,0.09,0.95\n");
    ASSERT_EQ(phusong(fmt::format("batch plain.toml --overrides rows.csv --allow-path {} -o study", PHUSONG_SOURCE_DIR),
                      {.folder = here.path})
                  .code,
              0);
    auto const said = phusong("compare study -o compared", {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("toy, v2: discount_rate=0.09; mobile.ceiling_share=0.95"));
    EXPECT_THAT(contents(here.path / "compared/compare.html"),
                HasSubstr("discount_rate=0.09; mobile.ceiling_share=0.95"));
}

TEST_F(Batch, StoppedAsAskedItTellsWhereTheRestIsKeptAndGoesOnFromThere) {
    auto const stopped = batch("-o out --draws 3000 -j 1", "timeout --preserve-status -s TERM 1.5");
    ASSERT_EQ(stopped.code, 143) << stopped.err;
    EXPECT_THAT(stopped.err, testing::EndsWith("Stopped as asked. What was computed is kept in out.unfinished: run the "
                                               "same command to go on.\n"));
    EXPECT_THAT(stopped.err, testing::Not(HasSubstr("no half-written folder")));
    EXPECT_TRUE(fs::exists(here.path / "out.unfinished"));
    EXPECT_FALSE(fs::exists(here.path / "out"));
    EXPECT_EQ(batch("-o out --draws 20 --overwrite").code, 0); // another study, and soon done
}

TEST_F(Batch, TellsAWrongShardBeforeAnythingElse) {
    for (auto const* shard : {"0/3", "4/3", "a/b", "1", "1/3x"}) {
        auto const said = batch(fmt::format("-o out --shard {}", shard));
        EXPECT_EQ(said.code, 2) << shard;
    }
}

} // namespace
} // namespace phusong::test

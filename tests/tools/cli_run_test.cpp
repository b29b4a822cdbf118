// `run` from end to end on the toy province.
#include "tests/tools/toy_project.h"
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr, testing::IsEmpty, testing::Not;
using Json = nlohmann::json;

class Run : public ToyProject {};

} // namespace

TEST_F(Run, WritesTheWholeFolderAndNamesSevenThingsToOpen) {
    auto const said = run("");
    ASSERT_EQ(said.code, 0) << said.err;
    auto const runs = fs::directory_iterator(project / "runs");
    fs::path const folder = runs->path();
    EXPECT_THAT(folder.filename().string(), testing::MatchesRegex("toy-[0-9a-f]{8}"));
    for (auto const* name : {"report.vi.html",
                             "report.en.html",
                             "plan.gpkg",
                             "summary.json",
                             "scenario.resolved.toml",
                             "run.json",
                             "timing.json",
                             "log.txt",
                             "maps/signal_4g_2025.tif",
                             "maps/signal_4g_2025.qml",
                             "tables/communes.csv",
                             "tables/villages.csv",
                             "tables/plan.csv",
                             "tables/targets.csv",
                             "tables/money.csv",
                             "tables/groups.csv",
                             "tables/provenance.csv",
                             "summary.vi.xlsx",
                             "summary.en.xlsx",
                             "project.qgs",
                             "plan.kmz",
                             "ofds/nodes.geojson",
                             "ofds/spans.geojson"})
        EXPECT_TRUE(fs::is_regular_file(folder / name)) << name;
    for (auto const* word : {"report.en.html", "project.qgs", "maps/signal_", "communes.csv", "plan.csv", "targets.csv",
                             "Villages with good"})
        EXPECT_THAT(said.out, HasSubstr(word));
    EXPECT_THAT(said.err, Not(HasSubstr("done."))); // no terminal, no progress
    EXPECT_TRUE(Json::parse(contents(folder / "timing.json"))["stages"].is_array());
}

TEST_F(Run, WritesMapsAndChartsAsPicturesWhenAskedTheSameBytesTwice) {
    for (auto const* folder : {"with", "again"}) {
        auto const said = run(fmt::format("--png -o {}", folder));
        ASSERT_EQ(said.code, 0) << said.err;
    }
    auto const pictures = tree(project / "with/pictures");
    for (auto const* name : {"map_2020.vi.png", "map_2025.en.png", "money.vi.png", "money.en.png", "villages.vi.png",
                             "villages.en.png", "subscribers.vi.png", "subscribers.en.png"}) {
        ASSERT_TRUE(pictures.contains(name)) << name;
        EXPECT_TRUE(pictures.at(name).starts_with("\x89PNG")) << name;
        EXPECT_THAT(contents(project / "with/run.json"), HasSubstr(name));
    }
    EXPECT_NE(pictures.at("money.vi.png"), pictures.at("money.en.png")); // the words are there
    EXPECT_TRUE(pictures == tree(project / "again/pictures"));
}

TEST_F(Run, RefusesPicturesBeforeItComputesWhereNoFontWritesVietnamese) {
    fs::create_directories(here.path / "no_fonts");
    write(here.path / "fonts.conf", fmt::format("<?xml version=\"1.0\"?><fontconfig><dir>{0}</dir><cachedir>{0}"
                                                "</cachedir></fontconfig>",
                                                (here.path / "no_fonts").string()));
    auto const without = [&](std::string const& arguments, char const* language) {
        return phusong("run scenario.toml -o out " + arguments,
                       {.folder = project,
                        .environment = fmt::format("LANG={} FONTCONFIG_FILE='{}'", language,
                                                   (here.path / "fonts.conf").string())});
    };
    auto const said = without("--png", "en_US.UTF-8");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("no font with Vietnamese marks"));
    EXPECT_THAT(without("--png --lang vi", "C").err, HasSubstr("phông chữ"));
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(without("", "en_US.UTF-8").code, 0); // nothing else needs a font
}

TEST_F(Run, NamesTheLeversThatChangedNoTable) {
    write(project / "option.toml", "extends = 'scenario.toml'\n[override.named]\ntitle_en = \"Another title\"\n"
                                   "[override.poor]\nrollout.public_budget_bn_vnd = 0.5\n");
    std::string const call = "run option.toml --with named,poor --set radio.5g.frequency_mhz=3600 --set seed=7 "
                             "--set finance.discount_rate=0.05 ";
    auto const said = phusong(call + "--levers -o out", {.folder = project});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(Json::parse(contents(project / "out/run.json")).at("levers_without_effect"),
              Json::array({"named", "radio.5g.frequency_mhz=3600", "seed=7"})); // poor, discount_rate do something
    std::string const list = "named; radio.5g.frequency_mhz=3600; seed=7";
    EXPECT_THAT(said.out, HasSubstr("Changes that changed no table (each left out by itself): " + list));
    for (auto const* page : {"out/report.en.html", "out/report.vi.html"})
        EXPECT_THAT(contents(project / page), HasSubstr("<td class=\"code\">" + list));
    auto const again = phusong(call + "--levers -o out", {.folder = project});
    EXPECT_THAT(again.out, HasSubstr(list)); // of the finished run
    EXPECT_THAT(again.err, HasSubstr("already there"));
}

TEST_F(Run, WithoutBeingAskedNamesOnlyTheSettingsThatWereSoBefore) {
    auto const said = run("--set seed=7 --set seed=7 --set radio.5g.frequency_mhz=3600 -o out");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("nothing is changed by: seed=7; seed=7\n"));
    EXPECT_THAT(contents(project / "out/run.json"), Not(HasSubstr("levers")));
}

TEST_F(Run, TellsWhatIsOddAboutTheDataAlsoWhenItFailsLater) {
    auto const said = run("--set adoption.mobile.base_per_100=94.9 --set adoption.mobile.ceiling_share=0.95");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("subscriptions per 100 people in the base year must be over 0"));
    EXPECT_THAT(said.err, HasSubstr("terrain.tif: one height for about 75")); // pixels of 750 m, cells of 90 m
}

TEST_F(Run, WithoutEnoughMemoryEndsWithFiveAndSaysSoInBothLanguages) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer needs more address space than this test leaves";
#else
    std::string const prefix = "sh -c 'ulimit -v 900000; exec \"$@\"' sh";
    std::string const large = "--threads 1 --set world.margin_km=50 --set world.cell_m=15";
    auto const said = run(large, prefix);
    EXPECT_EQ(said.code, 5) << said.err;
    EXPECT_THAT(said.err, HasSubstr("there is not enough memory"));
    EXPECT_THAT(run(large + " --lang vi", prefix).err, HasSubstr("không đủ bộ nhớ"));
    auto const refused = run("--set world.margin_km=50 --set world.cell_m=10");
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.err, HasSubstr("GiB of memory; 4 GiB are allowed"));
#endif
}

TEST_F(Run, OnATerminalProgressIsDrawnAsGdalDoesAndNoStageIsDoneBeforeItIs) {
    if (std::system("script -qec true /dev/null > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "no pseudo-terminal can be had here (a bare chroot without /dev/pts)";
    auto const said = run("-o out", "sh -c 'script -qec \"$*\" /dev/null' sh");
    ASSERT_EQ(said.code, 0) << said.out;
    std::string const whole = ": 0...10...20...30...40...50...60...70...80...90...100 - done.\r\n";
    EXPECT_THAT(said.out, HasSubstr("Computing each year's coverage" + whole));
    for (auto const* stage : {"Reading tables", "Terrain", "People"}) EXPECT_THAT(said.out, HasSubstr(stage + whole));
    EXPECT_THAT(said.out, HasSubstr("Finding what could be built: 0\r\n")); // stages within it come first
    EXPECT_THAT(said.out, HasSubstr("Finding what could be built" + whole));
}

TEST_F(Run, MakesAndKeepsTheSameTerrainInTwoProcessesAtOnce) {
    auto text = contents(project / "scenario.toml");
    std::string const real = "terrain = [\"data/toy/terrain.tif\"]";
    ASSERT_NE(text.find(real), std::string::npos);
    text.replace(text.find(real), real.size(),
                 "spot_heights = \"spots.csv\"\nrelief = \"relief.csv\"\nspot_error_m = 15\n"
                 "lowest_below_spots_m = 40\nhighest_above_spots_m = 225");
    write(project / "scenario.toml", text);
    write(project / "relief.csv", "range_m,variance_m2,ridged,source\n1300,2100,1,drawn\n4700,9300,0,drawn\n");
    write(project / "spots.csv", "lon,lat,height_m\n104.93,23.07,410\n104.97,23.1,733\n105.01,23.03,921\n");
    auto const both = run(fmt::format("-q -o one --store kept & cd '{}' && '{}' run scenario.toml -q -o two --store "
                                      "kept; code=$?; wait $! && exit $code",
                                      project.string(), PHUSONG_PROGRAM));
    ASSERT_EQ(both.code, 0) << both.err;
    auto const again = run("-o three --store kept");
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_THAT(again.err, Not(HasSubstr("made anew"))); // what two have written verifies
    auto const one = tree(project / "one");
    EXPECT_TRUE(one == tree(project / "two"));
    EXPECT_TRUE(one == tree(project / "three"));
    EXPECT_EQ(std::distance(fs::directory_iterator(project / "kept"), fs::directory_iterator{}), 2); // no leftovers
    for (auto const& entry : fs::directory_iterator(project / "kept"))
        if (entry.path().extension() == ".tif") fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
    auto const damaged = run("-o four --store kept");
    EXPECT_THAT(damaged.err, HasSubstr("made anew"));
    EXPECT_THAT(contents(project / "four/log.txt"), HasSubstr("made anew"));
    EXPECT_TRUE(one == tree(project / "four")); // what the store does reaches no result
}

TEST_F(Run, GivesTheSameBytesForOneTwoAndThreeThreads) {
    for (int const threads : {1, 2, 3}) {
        auto const said = run(fmt::format("-o out{0} --threads {0}", threads));
        ASSERT_EQ(said.code, 0) << said.err;
    }
    auto const one = tree(project / "out1"), two = tree(project / "out2"), three = tree(project / "out3");
    EXPECT_GT(one.size(), 12U);
    EXPECT_TRUE(one == two); // not EXPECT_EQ: it would print the bytes of maps
    EXPECT_TRUE(one == three);
}

TEST_F(Run, GivesTheSameBytesWhereverTheProjectLies) {
    fs::create_directories(here.path / "deep/er");
    fs::copy(project, here.path / "deep/er/project", fs::copy_options::recursive);
    ASSERT_EQ(run("-o out").code, 0);
    ASSERT_EQ(phusong("run deep/er/project/scenario.toml -o far", {.folder = here.path}).code, 0);
    EXPECT_TRUE(tree(project / "out") == tree(here.path / "far"));
}

TEST_F(Run, DoesNothingWhenTheResultIsThereAndIntact) {
    auto const first = run("-o out");
    ASSERT_EQ(first.code, 0) << first.err;
    auto const timing = contents(project / "out/timing.json");
    auto const again = run("-o out");
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(again.out, first.out);
    EXPECT_THAT(again.err, HasSubstr("nothing had to be done"));
    EXPECT_EQ(contents(project / "out/timing.json"), timing);
    EXPECT_FALSE(Json::parse(run("-o out --json").out)["computed"].get<bool>());
}

TEST_F(Run, APlanThatStartsYearsAfterTheBaseYearHasEveryYearInItsTables) {
    auto const later = run("-o later --set years.first=2022 --set rollout.operator_budget_bn_vnd=3 --set "
                           "rollout.public_budget_bn_vnd=2");
    ASSERT_EQ(later.code, 0) << later.err;
    EXPECT_EQ(Json::parse(contents(project / "later/summary.json"))["years"].size(), 6U);
    EXPECT_TRUE(fs::exists(project / "later/maps/signal_4g_2021.tif"));
    EXPECT_THAT(contents(project / "later/tables/villages.csv"), HasSubstr(",2021,"));
    EXPECT_THAT(contents(project / "later/tables/money.csv"), Not(HasSubstr("\n2021,")));
    auto const earlier = run("-o earlier --set years.base=2019");
    ASSERT_EQ(earlier.code, 0) << earlier.err;
    EXPECT_EQ(Json::parse(contents(project / "earlier/summary.json"))["years"].size(), 7U);
}

TEST_F(Run, RefusesAnotherOrAChangedResultUnlessOverwrite) {
    ASSERT_EQ(run("-o out").code, 0);
    auto const other = run("-o out --set seed=12");
    EXPECT_EQ(other.code, 5);
    EXPECT_THAT(other.err, HasSubstr("--overwrite"));
    auto const before = tree(project / "out");
    write(project / "out/tables/plan.csv", "edited\n");
    EXPECT_EQ(run("-o out").code, 5);
    EXPECT_EQ(run("-o out --overwrite").code, 0);
    EXPECT_TRUE(tree(project / "out") == before);
}

TEST_F(Run, NeverReplacesAFolderThatIsNotAResult) {
    fs::create_directories(project / "mine");
    write(project / "mine/letter.txt", "keep me");
    EXPECT_EQ(run("-o mine").code, 5);
    EXPECT_EQ(run("-o mine --overwrite").code, 5);
    EXPECT_EQ(run("-o data --overwrite").code, 5);
    EXPECT_EQ(contents(project / "mine/letter.txt"), "keep me");
    fs::create_directories(project / "empty");
    EXPECT_EQ(run("-o empty").code, 0);
}

TEST_F(Run, OverwriteTakesNothingAlongThatThePlannerHasSavedBesideTheResult) {
    ASSERT_EQ(run("-o out").code, 0);
    for (auto const* name : {"view.qgz", "notes/a.txt", "notes/b.txt", "maps/mine.tif", "tables/plan.ods", "z.txt"}) {
        fs::create_directories((project / "out" / name).parent_path());
        write(project / "out" / name, "keep me");
    }
    auto const before = tree(project / "out");
    auto const said = run("-o out --overwrite --set seed=12");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("maps/mine.tif, notes/a.txt, notes/b.txt, tables/plan.ods, view.qgz and 1 more"));
    EXPECT_TRUE(tree(project / "out") == before);
    for (auto const* name : {"view.qgz", "notes", "maps/mine.tif", "tables/plan.ods", "z.txt"})
        fs::remove_all(project / "out" / name);
    for (auto const* beside : {"maps/signal_4g_2025.tif.aux.xml", "plan.gpkg-wal", "plan.gpkg-shm", "plan.qmd"})
        write(project / "out" / beside, "QGIS opened it"); // these belong to our files
    auto const again = run("-o out --overwrite --set seed=12");
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_FALSE(fs::exists(project / "out/plan.gpkg-wal"));
}

TEST_F(Run, OverwriteLeavesAFolderWhoseRunJsonIsOfAnotherProgram) {
    fs::create_directories(project / "theirs");
    write(project / "theirs/run.json", "{\"program\": \"other\"}");
    auto const said = run("-o theirs --overwrite");
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, HasSubstr("run.json"));
    EXPECT_THAT(contents(project / "theirs/run.json"), HasSubstr("other"));
}

TEST_F(Run, OfTwoAtOnceIntoOneFolderOneStaysAndTheOtherSaysSo) {
    // Exit codes of both; what they say goes to files.
    auto const two = [&](std::string const& folder, std::string const& other) {
        auto const said =
            run(fmt::format("-o {0} -q > /dev/null 2> one.err & cd '{1}' && '{2}' --lang en run scenario.toml -o {0} "
                            "-q {3} > /dev/null 2> two.err; b=$?; wait $!; echo $? $b",
                            folder, project.string(), PHUSONG_PROGRAM, other));
        return said.out;
    };
    auto const codes = two("out", "--set seed=12");
    EXPECT_THAT(codes, testing::AnyOf("0 5\n", "5 0\n"));
    auto const told = contents(project / "one.err") + contents(project / "two.err");
    EXPECT_THAT(told,
                testing::AnyOf(HasSubstr("exists already"), HasSubstr("results of another run"))); // early or late
    bool const first_won = codes == "0 5\n";
    EXPECT_EQ(Json::parse(contents(project / "out/run.json"))["changes"], first_won ? "" : "seed=12");
    EXPECT_EQ(two("same", ""), "0 0\n"); // the same run twice: what is there is what both wanted
    EXPECT_EQ(run("-o same").code, 0);
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(Run, TellsMistakesOfTablesAndGoalsTogetherBeforeItComputes) {
    for (auto const& [file, right, wrong] : {std::array{"data/toy/sites.csv", "2g+3g+4g", "2g+9g"},
                                             std::array{"data/toy/targets.csv", "at_least", "at_lest"}}) {
        auto text = contents(project / file);
        text.replace(text.find(right), std::string(right).size(), wrong);
        write(project / file, text);
    }
    auto const said = run("-o out");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("no technology “9g”"));
    EXPECT_THAT(said.err, HasSubstr("at_lest"));
}

TEST_F(Run, StoppedHalfWayLeavesNoFolder) {
    // Fine cells make the run long enough to be stopped; the toy at 90 m is over too soon.
    auto const stopped = [&](char const* signal, char const* after) {
        return run("-o out --set world.cell_m=20 --set world.margin_km=6",
                   fmt::format("timeout --preserve-status -s {} {}", signal, after));
    };
    auto const by_hand = stopped("INT", "0.4");
    EXPECT_EQ(by_hand.code, 130);
    EXPECT_THAT(by_hand.err, testing::EndsWith("Stopped as asked; no half-written folder is left.\n"));
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
    EXPECT_EQ(stopped("TERM", "0.8").code, 143);
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(Run, AFullQuotaIsAnErrorOfTheDiskAndLeavesNoFolder) {
    auto const said =
        phusong("run scenario.toml -o out", {.folder = project, .prefix = "sh -c 'ulimit -f 8; exec \"$0\" \"$@\"'"});
    EXPECT_EQ(said.code, 5) << said.err;
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(Run, QuietSaysOnlyTheFolderAndJsonParses) {
    auto const quiet = run("-q -o out");
    EXPECT_EQ(quiet.out, "out\n");
    EXPECT_THAT(quiet.err, IsEmpty());
    auto const json = Json::parse(run("--json -o other").out);
    EXPECT_TRUE(json["computed"].get<bool>());
    EXPECT_EQ(json["summary"]["scenario"], "toy");
    EXPECT_EQ(json["summary"]["years"].size(), 6U);
}

TEST_F(Run, MapOptionsOfGdalReachTheMaps) {
    ASSERT_EQ(run("-o plain").code, 0);
    ASSERT_EQ(run("-o packed -co COMPRESS=LZW").code, 0);
    EXPECT_NE(contents(project / "plain/maps/signal_4g_2025.tif"),
              contents(project / "packed/maps/signal_4g_2025.tif"));
    EXPECT_EQ(contents(project / "plain/summary.json"), contents(project / "packed/summary.json"));
    auto const bad = run("-o bad -co COMPRESS=NO_SUCH");
    EXPECT_EQ(bad.code, 2) << bad.err;
    EXPECT_THAT(bad.err, HasSubstr("NO_SUCH"));
    EXPECT_FALSE(fs::exists(project / "bad"));
}

TEST_F(Run, TheFolderOfAChangedRunSaysSoInSafeCharacters) {
    auto const name = [&](std::string const& options) {
        auto const out = run("-q " + options).out;
        return out.substr(0, out.find('\n'));
    };
    EXPECT_THAT(name("--set finance.discount_rate=0.08 --set 'rollout.public_budget_bn_vnd=[1, 2, 3, 4, 5]'"),
                testing::MatchesRegex("runs/toy-discount_rate=0.08-public_budget_bn_vnd=_1__2__3__4__5_-[0-9a-f]{8}"));
    auto const slashes = name("--set 'title_en=../../a/b \"đ\" $(x) " + std::string(150, 'w') + "'");
    EXPECT_THAT(slashes, testing::MatchesRegex("runs/[-A-Za-z0-9_.=]+-[0-9a-f]{8}"));
    EXPECT_LT(slashes.size(), 100U);
}

} // namespace phusong::test

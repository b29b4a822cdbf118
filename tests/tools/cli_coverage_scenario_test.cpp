// `coverage` of a scenario, from end to end on the toy province.
#include "tests/tools/toy_project.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr, testing::IsEmpty, testing::Not;
using Json = nlohmann::json;

class CoverageOfAScenario : public ToyProject {
  protected:
    Said cover(std::string const& arguments, std::string const& prefix = {}) const {
        return phusong("coverage scenario.toml " + arguments, {.folder = project, .prefix = prefix});
    }
    Json summary(std::string const& folder) const { return Json::parse(contents(project / folder / "summary.json")); }
};

} // namespace

TEST_F(CoverageOfAScenario, WritesMapsOfEveryTechnologyThatSitesHaveAndTables) {
    auto const said = cover("-o out");
    ASSERT_EQ(said.code, 0) << said.err;
    for (auto const* name : {"maps/path_loss_2g_2020.tif", "maps/signal_3g_2020.tif", "maps/signal_second_4g_2020.tif",
                             "maps/server_third_4g_2020.qml", "maps/sinr_4g_2020.tif", "maps/throughput_4g_2020.tif",
                             "maps/overlap_2g_2020.tif", "maps/reason_4g_2020.tif", "maps/technology_2020.tif",
                             "tables/coverage.csv", "tables/sectors.csv", "tables/provenance.csv", "summary.json",
                             "scenario.resolved.toml", "run.json", "timing.json"})
        EXPECT_TRUE(fs::is_regular_file(project / "out" / name)) << name;
    EXPECT_FALSE(fs::exists(project / "out/maps/signal_5g_2020.tif"));
    EXPECT_FALSE(fs::exists(project / "out/maps/throughput_2g_2020.tif"));
    EXPECT_THAT(said.out, HasSubstr("4G ≥ −105 dBm, 50 % of places: "));
    EXPECT_THAT(said.out, HasSubstr("Synthetic, not measured: "));
    EXPECT_THAT(cover("-o ra --lang vi").out, HasSubstr("Dữ liệu tổng hợp, không phải số đo: "));
}

TEST_F(CoverageOfAScenario, GivesTheSameBytesForAnyThreadsAndWithAColdOrWarmStore) {
    ASSERT_EQ(cover("-o one --threads 1 --store s1").code, 0);
    ASSERT_EQ(cover("-o two --threads 2 --store s1").code, 0);
    ASSERT_EQ(cover("-o three --threads 3 --store s3").code, 0);
    auto const one = tree(project / "one");
    EXPECT_GT(one.size(), 60U);
    EXPECT_TRUE(one == tree(project / "two"));
    EXPECT_TRUE(one == tree(project / "three"));
}

TEST_F(CoverageOfAScenario, SaysThatNobodySendsAndWhatToDo) {
    auto const sites = contents(project / "data/toy/sites.csv");
    write(project / "data/toy/sites.csv", sites.substr(0, sites.find('\n') + 1));
    auto const said = cover("-o out --lang en");
    EXPECT_EQ(said.code, 3) << said.err;
    EXPECT_THAT(said.err, HasSubstr("no site sends anything in 2020"));
    EXPECT_THAT(said.err, HasSubstr("name standing sites in world.sites, or ask for a year"));
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(CoverageOfAScenario, RefusesSharesOfPlacesWithAModelThatKnowsNone) {
    auto const said = cover("-o out --lang en --location-percent 50,95 --set radio.model=free_space");
    EXPECT_EQ(said.code, 2) << said.err;
    EXPECT_THAT(said.err, HasSubstr("\"free_space\" knows no locations within a cell"));
}

TEST_F(CoverageOfAScenario, CountsThresholdsThatAreWeakerThanWhatTheScenarioCallsWeak) {
    ASSERT_EQ(cover("-o weak --technology 2g --threshold-dbm=-113,-135").code, 0);
    auto const part = summary("weak")["technologies"][0];
    auto const area_km2 = [&](int level) { return part["levels"][level]["covered"][0]["area_km2"].get<double>(); };
    EXPECT_GT(area_km2(1), area_km2(0)) << "the receiver's noise lies at −113 dBm";
}

TEST_F(CoverageOfAScenario, KeepsPathLossAndComputesOnlyTheSiteThatMoved) {
    auto const kept = [&] {
        std::size_t files = 0;
        for (auto const& entry : fs::directory_iterator(project / "s/path_loss"))
            files += entry.path().extension() == ".loss" ? 1U : 0U;
        return files;
    };
    ASSERT_EQ(cover("-o one --store s --technology 4g").code, 0);
    auto const before = kept();
    auto sites = contents(project / "data/toy/sites.csv");
    std::string const place = "104.9795039";
    ASSERT_NE(sites.find(place), std::string::npos);
    write(project / "data/toy/sites.csv", sites.replace(sites.find(place), place.size(), "104.9798039"));
    ASSERT_EQ(cover("-o two --store s --technology 4g").code, 0);
    EXPECT_EQ(kept(), before + 2) << "the moved site's loss, and its reasons";
    EXPECT_FALSE(tree(project / "one") == tree(project / "two"));
}

TEST_F(CoverageOfAScenario, ReplacesNothing) {
    ASSERT_EQ(cover("-o out -q").code, 0);
    auto const before = tree(project / "out");
    auto const again = cover("-o out");
    EXPECT_EQ(again.code, 5);
    EXPECT_THAT(again.err, HasSubstr("out"));
    EXPECT_TRUE(before == tree(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(CoverageOfAScenario, LeavesNothingBehindWhenItIsStopped) {
    auto const said =
        cover("-o out --set world.cell_m=30 --set world.margin_km=9", "timeout --preserve-status -s INT 0.7");
    EXPECT_EQ(said.code, 130) << said.err;
    EXPECT_THAT(said.err, HasSubstr("no half-written folder is left"));
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(leftovers(), 0U);
}

TEST_F(CoverageOfAScenario, OfALaterYearHasWhatThePlanHasBuiltByThen) {
    ASSERT_EQ(cover("-o base --technology 4G").code, 0);
    ASSERT_EQ(cover("-o last --technology 4g --year 2025").code, 0);
    auto const base = summary("base")["technologies"][0], last = summary("last")["technologies"][0];
    EXPECT_GT(last["sites"].get<int>(), base["sites"].get<int>());
    EXPECT_GT(last["levels"][0]["covered"][0]["area_km2"].get<double>(),
              base["levels"][0]["covered"][0]["area_km2"].get<double>());
    EXPECT_THAT(contents(project / "last/tables/sectors.csv"), testing::ContainsRegex(",202[1-5],"));
    EXPECT_THAT(contents(project / "last/tables/coverage.csv"), HasSubstr("4g,-105,2025,"));
}

TEST_F(CoverageOfAScenario, PutsAColumnForEachPercentageAndARowForEachThreshold) {
    ASSERT_EQ(cover("-o out --technology 4g --location-percent 50,90 --threshold-dbm=-95,-100,-110").code, 0);
    auto const text = contents(project / "out/tables/coverage.csv");
    for (auto const* part : {"people_covered_p50,", "area_covered_km2_p90", "\n4g,-95,", "\n4g,-100,", "\n4g,-110,"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("4g,-105,")));
}

TEST_F(CoverageOfAScenario, WithOneSectorGivesTheSignalOfTheRun) {
    ASSERT_EQ(cover("-o out --technology 4g --set radio.antenna.sectors=1").code, 0);
    auto const run = phusong("run scenario.toml -o run", {.folder = project});
    ASSERT_EQ(run.code, 0) << run.err;
    auto const people = summary("out")["technologies"][0]["levels"][0]["covered"][0]["people"].get<double>();
    auto const planned = Json::parse(contents(project / "run/summary.json"))["years"][0]["people_with_broadband"];
    EXPECT_NEAR(people, planned.get<double>(), 0.005 * people) << "steps of 0.01 dB at the threshold";
}

TEST_F(CoverageOfAScenario, TellsEveryMistakeOfTheCommandLineAtOnce) {
    auto const said = cover("--year soon --technology 4g,6g --location-percent 50,100 --threshold-dbm 5 --store-gib x");
    EXPECT_EQ(said.code, 2);
    for (auto const* part : {"“soon” is no year", "no technology “6g”", "“100” is no number in [1, 99]",
                             "“5” is no number in [-140, -40]", "“x” is no number", "into which folder"})
        EXPECT_THAT(said.err, HasSubstr(part));
    auto const year = cover("-o out --year 2031");
    EXPECT_EQ(year.code, 2);
    EXPECT_THAT(year.err, HasSubstr("the scenario has the years 2020 to 2025"));
}

TEST_F(CoverageOfAScenario, ReadsThePatternsThatSitesNameAndTellsWhatIsWrongWithThem) {
    auto sites = contents(project / "data/toy/sites.csv");
    auto const end = sites.find('\n');
    sites.insert(end, ",antenna,azimuths_deg");
    for (auto at = sites.find('\n', end + 30); at != std::string::npos && at + 1 < sites.size();
         at = sites.find('\n', at + 20))
        sites.insert(at, ",sector.msi,45;225");
    if (!sites.ends_with('\n')) sites += '\n';
    auto const last = sites.rfind('\n', sites.size() - 2);
    if (sites.find("sector.msi", last) == std::string::npos) sites.insert(sites.size() - 1, ",sector.msi,45;225");
    write(project / "data/toy/sites.csv", sites);
    write(project / "data/toy/sector.msi", "NAME half\nGAIN high\n");
    auto const wrong = cover("-o out");
    EXPECT_EQ(wrong.code, 3);
    EXPECT_THAT(wrong.err, HasSubstr("sector.msi:2"));
    std::string pattern = "NAME half\nGAIN 12 dBi\n";
    for (std::string const cut : {"HORIZONTAL", "VERTICAL"}) {
        pattern += cut + " 360\n";
        for (int degree = 0; degree < 360; ++degree)
            pattern += fmt::format("{} {}\n", degree, degree > 90 && degree < 270 ? 25.0 : 0.0);
    }
    write(project / "data/toy/sector.msi", pattern);
    auto const said = cover("-o out --technology 4g");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(contents(project / "out/tables/sectors.csv"), HasSubstr(",225,3,0,half,"));
    EXPECT_THAT(contents(project / "out/run.json"), HasSubstr("data/toy/sector.msi"));
}

TEST_F(CoverageOfAScenario, AMapOptionThatGdalRefusesIsAMistakeOfTheCommandLine) {
    EXPECT_EQ(cover("-o out --technology 2g -co COMPRESS=SQUEEZE").code, 2);
    EXPECT_FALSE(fs::exists(project / "out"));
    EXPECT_EQ(cover("-o out --technology 2g -co COMPRESS=LZW").code, 0);
}

TEST_F(CoverageOfAScenario, SpeaksJsonWhenAsked) {
    auto const said = cover("-o out --technology 2g --json");
    ASSERT_EQ(said.code, 0) << said.err;
    auto const json = Json::parse(said.out);
    EXPECT_EQ(json["folder"], "out");
    EXPECT_EQ(json["summary"], summary("out"));
    EXPECT_EQ(json["summary"]["technologies"][0]["technology"], "2g");
}

} // namespace phusong::test

// `report`: the pages of a finished run, made anew.
#include "tests/tools/toy_project.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Json = nlohmann::json;

class RemadeReport : public ToyProject {
  protected:
    Said report(std::string const& arguments) const { return phusong("report " + arguments, {.folder = project}); }
};

} // namespace

TEST_F(RemadeReport, HasTheBytesOfTheRunAlsoWhenPagesWereLostOrEdited) {
    // Map options and pictures are part of the run's hash, which the page shows.
    ASSERT_EQ(run("-o out --png -co COMPRESS=LZW --set seed=12").code, 0);
    auto const before = tree(project / "out");
    fs::remove(project / "out/report.vi.html");
    write(project / "out/report.en.html", "edited");
    auto const said = report("out");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.out, "out/report.vi.html\nout/report.en.html\n");
    EXPECT_TRUE(tree(project / "out") == before);
}

TEST_F(RemadeReport, GoesToAnotherFolderAndReplacesPagesThereOnlyWhenAsked) {
    ASSERT_EQ(run("-o out").code, 0);
    EXPECT_EQ(report("out -o pages").code, 5) << "the folder must be there";
    fs::create_directories(project / "pages");
    write(project / "pages/letter.txt", "keep me");
    auto const said = report("out -o pages --json");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(Json::parse(said.out)["written"], Json({"pages/report.vi.html", "pages/report.en.html"}));
    for (auto const* name : {"report.vi.html", "report.en.html"})
        EXPECT_TRUE(contents(project / "pages" / name) == contents(project / "out" / name)) << name;
    EXPECT_EQ(report("out -o pages").code, 5);
    EXPECT_EQ(report("out -o pages --overwrite").code, 0);
    EXPECT_EQ(contents(project / "pages/letter.txt"), "keep me");
}

TEST_F(RemadeReport, RefusesInBothLanguagesAFolderThatIsNoWholeRun) {
    ASSERT_EQ(run("-o out").code, 0);
    EXPECT_EQ(report("").code, 2);
    auto const nowhere = report("nowhere");
    EXPECT_EQ(nowhere.code, 3);
    EXPECT_THAT(nowhere.err, HasSubstr("nowhere: there is no such folder"));
    EXPECT_THAT(report("data").err, HasSubstr("no finished run's folder"));
    EXPECT_THAT(report("data --lang vi").err, HasSubstr("không phải thư mục kết quả đã xong"));
    write(project / "out/tables/plan.csv", "edited\n");
    auto const torn = report("out");
    EXPECT_EQ(torn.code, 3);
    EXPECT_THAT(torn.err, HasSubstr("tables/plan.csv was changed since it was written"));
    write(project / "out/run.json", R"({"program": "phusong", "format": 1})");
    EXPECT_EQ(report("out").code, 3);
}

TEST_F(RemadeReport, RefusesToTellOfInputsThatHaveChangedAndOfAnotherVersion) {
    ASSERT_EQ(run("-o out").code, 0);
    auto const sites = contents(project / "data/toy/sites.csv");
    write(project / "data/toy/sites.csv", sites + "\n");
    auto const changed = report("out");
    EXPECT_EQ(changed.code, 3);
    EXPECT_THAT(changed.err, HasSubstr("data/toy/sites.csv: has changed since that run"));
    write(project / "data/toy/sites.csv", sites);
    auto manifest = Json::parse(contents(project / "out/run.json"));
    manifest["outputs_sha256"]["report.vi.html"] = std::string(64, '0');
    write(project / "out/run.json", manifest.dump());
    EXPECT_THAT(report("out").err, HasSubstr("report.vi.html is not what run.json lists"));
    manifest["version"] = "0.0.7";
    write(project / "out/run.json", manifest.dump());
    auto const other = report("out");
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.err, HasSubstr("was written by phusong 0.0.7"));
}

TEST_F(RemadeReport, OfARunWithLeversTellsTheSameOfThem) {
    write(project / "data/toy/others.csv", contents(project / "data/toy/sites.csv"));
    ASSERT_EQ(run("-o out --levers --set world.sites=data/toy/others.csv").code, 0);
    auto const page = contents(project / "out/report.en.html");
    EXPECT_THAT(page, HasSubstr("others.csv"));
    fs::remove(project / "out/report.en.html");
    auto const said = report("out");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(contents(project / "out/report.en.html"), page);
}

TEST_F(RemadeReport, RefusesAFolderOutsideItsProject) {
    ASSERT_EQ(run("-o out").code, 0);
    fs::rename(project / "out", here.path / "moved");
    auto const said = report("../moved");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("does not lie inside its project"));
}

} // namespace phusong::test

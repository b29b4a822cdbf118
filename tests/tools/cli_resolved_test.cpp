// The resolved scenario of a run is the run.
#include "tests/tools/toy_project.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Json = nlohmann::json;

class ResolvedScenario : public ToyProject {};

} // namespace

TEST_F(ResolvedScenario, TheResolvedScenarioRunsAgainWithTheSameResult) {
    ASSERT_EQ(run("-o out").code, 0);
    fs::copy_file(project / "out/scenario.resolved.toml", project / "again.toml");
    ASSERT_EQ(phusong("run again.toml -o again", {.folder = project}).code, 0);
    EXPECT_TRUE(tree(project / "out") == tree(project / "again"));
}

TEST_F(ResolvedScenario, TheResolvedScenarioRunsAgainWhereItLiesWithItsChanges) {
    write(project / "option.toml", "extends = 'scenario.toml'\n[override.rich]\nrollout.public_budget_bn_vnd = 5\n");
    ASSERT_EQ(phusong("run option.toml --with rich --set seed=12 -o out", {.folder = project}).code, 0);
    auto const said = phusong("run out/scenario.resolved.toml -o again", {.folder = project});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(tree(project / "out") == tree(project / "again"));
    EXPECT_THAT(said.out, testing::StartsWith("Example: twelve made-up communes (changed: rich; seed=12)\n"));
    EXPECT_EQ(Json::parse(contents(project / "again/run.json"))["changes"], "rich; seed=12");
}

TEST_F(ResolvedScenario, TheResolvedScenarioGivesTheSameBytesHoweverItsPathsWereWritten) {
    fs::create_directories(here.path / "outside");
    fs::copy_file(project / "data/toy/terrain.tif", here.path / "outside/terrain.tif");
    fs::copy_file(project / "data/toy/roads.csv", here.path / "outside/roads.csv");
    fs::create_directories(project / "plans");
    write(project / "plans/far.toml",
          fmt::format("extends = '../scenario.toml'\n[world]\nterrain = ['{}']\nroads = '../../outside/roads.csv'\n"
                      "sites = '../plans/../data/toy/sites.csv'\n",
                      (here.path / "outside/terrain.tif").string()));
    ASSERT_EQ(phusong("run plans/far.toml --allow-path ../outside -o out", {.folder = project}).code, 0);
    auto const said = phusong("run out/scenario.resolved.toml --allow-path ../outside -o again", {.folder = project});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(tree(project / "out") == tree(project / "again"));
    auto const provenance = contents(project / "out/tables/provenance.csv");
    for (auto const* source : {"terrain,0,terrain.tif,", "roads,1,roads.csv,", "sites,1,data/toy/sites.csv,"})
        EXPECT_THAT(provenance, HasSubstr(source));
}

} // namespace phusong::test

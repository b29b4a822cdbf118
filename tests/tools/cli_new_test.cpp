// `new` makes a project that a planner can start from.
#include "tests/tools/toy_project.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Json = nlohmann::json;

class New : public ToyProject {};

} // namespace

TEST_F(New, ANewProjectHoldsWhatAPlannerNeedsToStart) {
    for (auto const* name : {"scenario.toml", "README.md", "README.vi.md", "KEYS.md", "KEYS.vi.md"})
        EXPECT_TRUE(fs::is_regular_file(project / name)) << name;
    auto const scenario = contents(project / "scenario.toml");
    auto const first = scenario.substr(0, scenario.find('\n')); // "#:schema FILE" tells editors where the schema lies
    auto const schema = project / first.substr(first.find(' ') + 1);
    EXPECT_EQ(Json::parse(contents(schema)), Json::parse(phusong("schema", {.folder = project}).out));
    EXPECT_THAT(contents(project / "KEYS.md"), HasSubstr("| `finance.discount_rate` |"));
    EXPECT_EQ(phusong("check scenario.toml", {.folder = project}).code, 0);
    EXPECT_THAT(run("-q --with low_budget").out, HasSubstr("runs/toy-low_budget-"));
}

TEST_F(New, ALayerOfANewProjectIsReplacedByOneLine) {
    auto text = contents(project / "scenario.toml");
    std::string const line = "roads = \"data/toy/roads.csv\"";
    ASSERT_NE(text.find(line), std::string::npos);
    write(project / "data/own_roads.csv", "kind,wkt,synthetic\ntrack,\"LINESTRING (104.95 23.00, 105.05 23.05)\",0\n");
    write(project / "scenario.toml", text.replace(text.find(line), line.size(), "roads = \"data/own_roads.csv\""));
    auto const said = run("-o out");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(contents(project / "out/tables/provenance.csv"), HasSubstr("roads,0,data/own_roads.csv"));
}

TEST_F(New, NewRefusesAFolderWithFilesAndOverwriteKeepsTheOthers) {
    write(project / "letter.txt", "keep me");
    write(project / "README.md", "changed");
    EXPECT_EQ(phusong("new project", {.folder = here.path}).code, 5);
    EXPECT_EQ(contents(project / "README.md"), "changed");
    EXPECT_EQ(phusong("new project --overwrite --lang vi", {.folder = here.path}).code, 0);
    EXPECT_THAT(contents(project / "README.md"), HasSubstr("A coverage project"));
    EXPECT_THAT(contents(project / "README.vi.md"), HasSubstr("Dự án"));
    EXPECT_EQ(contents(project / "letter.txt"), "keep me");
}

} // namespace phusong::test

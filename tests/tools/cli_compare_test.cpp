// `phusong compare` over finished runs of the toy province.
#include "tests/tools/cli_program.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Compare : public testing::Test {
  protected:
    Said run(std::string const& name, std::string const& changes) const {
        return phusong(
            fmt::format("run '{}/scenarios/toy.toml' -q -o {} --store store {}", PHUSONG_SOURCE_DIR, name, changes),
            {.folder = here.path});
    }
    Said compare(std::string const& arguments) const { return phusong("compare " + arguments, {.folder = here.path}); }
    Folder const here{"compare"};
};

} // namespace

TEST_F(Compare, WritesEveryFileAndSaysWhatChangedNothing) {
    ASSERT_EQ(run("a", "").code, 0);
    ASSERT_EQ(run("b", "--set rollout.public_budget_bn_vnd=0").code, 0);
    ASSERT_EQ(run("c", "--set rollout.max_new_places=1499").code, 0);
    auto const said = compare("a b c -o out");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("c: these changes changed no result: rollout.max_new_places"));
    for (auto const* name : {"compare.csv", "compare.json", "compare.html", "compare.xlsx", "villages.csv"})
        EXPECT_TRUE(fs::is_regular_file(here.path / "out" / name)) << name;
    EXPECT_TRUE(fs::is_regular_file(here.path / "out/signal_4g_2025.tif"));
    auto const json = nlohmann::json::parse(contents(here.path / "out/compare.json"));
    EXPECT_EQ(json["options"].size(), 3U);
    EXPECT_EQ(json["changed_nothing"][0]["folder"], "c");
    ASSERT_EQ(compare("a b c -o again").code, 0);
    EXPECT_TRUE(tree(here.path / "out") == tree(here.path / "again"));
    EXPECT_EQ(compare("a b -o out").code, 5) << "a comparison is replaced only when asked";
    EXPECT_EQ(compare("a b -o out --overwrite --baseline b --weights people=3,money=1").code, 0);
    EXPECT_EQ(compare("a").code, 2);
    EXPECT_EQ(compare("a b --baseline d").code, 2);
    EXPECT_EQ(compare("a b -o a --overwrite").code, 5) << "a run is never replaced by a comparison";
}

TEST_F(Compare, RefusesWhatCannotBeCompared) {
    EXPECT_EQ(compare("a a").code, 2);
    EXPECT_EQ(compare("a b --weights peopel=1").code, 2);
    auto const said = compare("a b");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("there is no such folder"));
}

} // namespace phusong::test

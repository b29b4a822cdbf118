// How far the program is, for other programs: lines of JSON on stderr with --json.
#include "tests/tools/cli_program.h"
#include "tools/cli/progress_lines.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace phusong::test {
namespace {

using Json = nlohmann::json;

TEST(ProgressLines, TellWholePercentsOnceAndTheTimeLeftByThePaceSoFar) {
    cli::ProgressLines lines;
    EXPECT_EQ(lines.next("Terrain", 0, 5), "{\"stage\":\"Terrain\",\"share\":0.0}\n");
    EXPECT_EQ(lines.next("Terrain", 0.004, 6), std::nullopt);
    EXPECT_EQ(lines.next("Terrain", 0.25, 8), "{\"stage\":\"Terrain\",\"share\":0.25,\"left_s\":9.0}\n");
    EXPECT_EQ(lines.next("Terrain", 0.2, 9), std::nullopt); // never back
    EXPECT_EQ(lines.next("Terrain", 1.5, 9), "{\"stage\":\"Terrain\",\"share\":1.0,\"left_s\":0.0}\n");
    EXPECT_EQ(lines.next("People", 0.5, 20), "{\"stage\":\"People\",\"share\":0.5}\n"); // begun just now
}

TEST(Progress, WithJsonEveryLineOfStderrIsAnObjectAndStdoutTheResultAlone) {
    Folder const here("progress");
    auto const said =
        phusong(fmt::format("run '{}/scenarios/toy.toml' -o out --json", PHUSONG_SOURCE_DIR), {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(Json::parse(said.out)["computed"].get<bool>());
    std::istringstream err(said.err);
    std::set<std::string> stages;
    for (std::string line; std::getline(err, line);) {
        auto const json = Json::parse(line);
        if (json.contains("note")) continue;
        stages.insert(json["stage"].get<std::string>());
        EXPECT_GE(json["share"].get<double>(), 0);
        EXPECT_LE(json["share"].get<double>(), 1);
    }
    EXPECT_GT(stages.size(), 4U);
}

TEST(Progress, IsSilentWithoutATerminalAndWithQuiet) {
    Folder const here("progress_quiet");
    auto const toy = fmt::format("run '{}/scenarios/toy.toml' -o out ", PHUSONG_SOURCE_DIR);
    EXPECT_EQ(phusong(toy + "--json -q", {.folder = here.path}).err, "");
}

} // namespace
} // namespace phusong::test

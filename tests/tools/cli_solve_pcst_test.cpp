// `phusong solve pcst`: what it prints, what it writes and what it refuses.
#include "tests/tools/cli_program.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

/// 1 is the root; 2 is worth its way, 4 is not.
constexpr auto village = R"(33D32945 STP File, STP Format Version 1.0
SECTION Graph
Nodes 4
Edges 3
E 1 3 2.5
E 3 2 1.25
E 3 4 7
END
SECTION Terminals
Terminals 2
RootP 1
TP 2 8.75
TP 4 6.5
END
EOF
)";

class SolvePcst : public testing::Test {
  protected:
    SolvePcst() { write(here.path / "village.stp", village); }
    Folder const here{"solve_pcst"};
    Said ask(std::string const& arguments) const { return phusong("solve pcst " + arguments, {.folder = here.path}); }
};

} // namespace

TEST_F(SolvePcst, SaysValueAndBoundInTheFilesUnits) {
    auto const said = ask("village.stp --json");
    ASSERT_EQ(said.code, 0) << said.err;
    auto const json = Json::parse(said.out);
    EXPECT_EQ(json["objective"], 10.25);
    EXPECT_EQ(json["lower_bound"], 10.25);
    EXPECT_EQ(json["edge_cost"], 3.75);
    EXPECT_EQ(json["prizes_lost"], 6.5);
    EXPECT_EQ(json["nodes_in_tree"], 3);
    EXPECT_EQ(json["prize_nodes"], 2);
}

TEST_F(SolvePcst, WritesTheTreeInTheFormOfTheChallenge) {
    ASSERT_EQ(ask("village.stp --out tree.txt").code, 0);
    EXPECT_EQ(contents(here.path / "tree.txt"),
              "SECTION Finalsolution\nVertices 3\nV 1\nV 2\nV 3\nEdges 2\nE 1 3\nE 3 2\nEND\n");
}

TEST_F(SolvePcst, FindsTheMostPrizeWithinABudget) {
    auto const json = Json::parse(ask("village.stp --budget 9.6 --json").out);
    EXPECT_EQ(json["objective"], 8.75);
    EXPECT_EQ(json["upper_bound"], 8.75);
    EXPECT_EQ(Json::parse(ask("village.stp --budget 10.75 --json").out)["objective"], 15.25);
}

TEST_F(SolvePcst, RefusesABudgetThatIsNoNumber) {
    auto const said = ask("village.stp --budget much");
    EXPECT_NE(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("much"));
}

} // namespace phusong::test

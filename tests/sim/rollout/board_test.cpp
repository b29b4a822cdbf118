#include "sim/rollout/board.h"
#include "tests/sim/rollout/hand_made.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// Three villages: 202, 137 and 91 people of 430; 126, 86 and 58 of 270; 89, 60 and 41 of 190; and one that nothing
/// touches, so that the number of a village is never the number of a cell left over.
struct BoardOfThree : testing::Test {
    test::HandMade made{{430, 270, 190, 370}};
    Gain gain_of_first() const {
        auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
        return gain(board, covered_in_base_year(board, made.points, made.villages), 0);
    }
};

TEST_F(BoardOfThree, AddsUpEachVillagesOwnPeopleAndItsOwnHall) {
    auto& site = made.bare_site(0, 0.75);
    for (std::uint32_t v : {0U, 2U}) made.serve(site, Technology::g4, v, made.parts);
    made.serve(site, Technology::g4, 0, 0); // 47 of 100 at village 0: not enough
    for (std::uint32_t part : {0U, 1U}) {
        made.serve(site, Technology::g4, 1, part); // 79 of 100 at village 1, but not its hall
        made.serve(site, Technology::g4, 2, part); // 78 of 100 and the hall at village 2
    }
    EXPECT_EQ(gain_of_first().villages, 1);
    EXPECT_EQ(gain_of_first().first_signal_people, 202 + 126 + 86 + 89 + 60);
    made.serve(site, Technology::g4, 0, 2); // 68 of 100
    EXPECT_EQ(gain_of_first().villages, 2);
    made.serve(site, Technology::g2, 1, made.parts); // the hall of village 1, by another technology
    EXPECT_EQ(gain_of_first().villages, 2);
    made.already(1, Technology::g4, made.parts); // by the same one, in the base year
    EXPECT_EQ(gain_of_first().villages, 3);
}

TEST_F(BoardOfThree, TellsFirstSignalFromBroadbandOnTopOfOlderSignal) {
    made.already(0, Technology::g2, 0); // 202 people
    made.already(0, Technology::g5, 1); // 137
    auto& site = made.bare_site(0, 0.75);
    for (std::uint32_t part = 0; part < made.parts; ++part) made.serve(site, Technology::g4, 0, part);
    made.serve(site, Technology::g3, 1, 2); // 58, no broadband
    auto const g = gain_of_first();
    EXPECT_EQ(g.first_signal_people, 91 + 58);
    EXPECT_EQ(g.broadband_people, 202 + 91);
    EXPECT_EQ(g.upgraded_people, 202);
    EXPECT_EQ(g.people(), 91 + 58 + 202);
    EXPECT_EQ(g.villages, 0);
}

TEST_F(BoardOfThree, KnowsWhenEverythingOfASiteIsServedBySomethingElseItsHallIncluded) {
    auto& all = made.bare_site(1, 0.75);
    made.serve(all, Technology::g4, 1, 2);
    made.serve(all, Technology::g4, 1, made.parts);
    made.serve(made.bare_site(1, 0.31), Technology::g4, 1, 2);
    auto const redundant = [&] {
        auto const board = make_board(made.world, made.scenario, made.candidates, made.curves);
        auto covered = covered_in_base_year(board, made.points, made.villages);
        cover(board, covered, 0);
        cover(board, covered, 1);
        return std::pair(is_redundant(board, covered, 0), is_redundant(board, covered, 1));
    };
    EXPECT_EQ(redundant(), std::pair(false, true));
    made.serve(made.candidates.list[1], Technology::g2, 1, made.parts); // of another technology
    EXPECT_EQ(redundant(), std::pair(false, false));
    made.serve(made.candidates.list[1], Technology::g4, 1, made.parts);
    EXPECT_EQ(redundant(), std::pair(true, false)); // nobody else brings 2G to the hall
}

} // namespace
} // namespace phusong

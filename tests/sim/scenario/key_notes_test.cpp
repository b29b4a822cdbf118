#include "sim/scenario/key_notes.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using Source = ValueSource;

TEST(KeyNotes, AreTheCommentLinesRightAboveAValue) {
    auto const notes = notes_of_lines(
        "# Giá, đồng năm 2020.\n\n[prices]\n# 8,000 USD/km,\n# aerial.\nfibre = 7\nsite = 3\n\nvsat = 2\n",
        "data/p.toml");
    EXPECT_EQ(notes.at(6), (Source{"data/p.toml", "8,000 USD/km, aerial."}));
    EXPECT_EQ(notes.at(7), notes.at(6)) << "one comment speaks of the keys below it";
    EXPECT_EQ(notes.at(9), (Source{"data/p.toml", ""})) << "an empty line ends what it speaks of";
}

TEST(KeyNotes, AreAlsoWhatStandsBehindAValue) {
    auto const notes = notes_of_lines("# above\na = \"x # \\\" y\" # behind\nb = 'z # y'\nc = 3 # own\n", "p.toml");
    EXPECT_EQ(notes.at(2).note, "above behind");
    EXPECT_EQ(notes.at(3).note, "above");
    EXPECT_EQ(notes.at(4).note, "own") << "what stands above others is not for this one";
}

TEST(KeyNotes, OfATableDoNotSpeakOfItsKeys) {
    auto const notes = notes_of_lines("# all prices\n[prices]\nsite = 3\n", "p.toml");
    EXPECT_EQ(notes.at(3).note, "");
}

TEST(KeyNotes, OfAResolvedScenarioAreThoseOfTheFilesItCameFrom) {
    Source const known{"data/p.toml", "8,000 USD/km, [aerial]"};
    auto const notes = notes_of_lines(source_comment(&known) + "\nfibre = 7 # words\n" + source_comment(nullptr) +
                                          "\nsite = 3\nname = 'x'\n",
                                      "scenario.resolved.toml");
    EXPECT_EQ(notes.at(2), known);
    EXPECT_FALSE(notes.contains(4)) << "the program's own value has no source";
    EXPECT_EQ(notes.at(5), (Source{"scenario.resolved.toml", ""}));
}

TEST(KeyNotes, AreCutBetweenLettersWhereTheyAreLong) {
    std::string letters;
    for (int i = 0; i < 2000; ++i) letters += "ậ";
    auto const note = notes_of_lines("# " + letters + "\nsite = 3\n", "p.toml").at(2).note;
    EXPECT_LT(note.size(), 1600U);
    EXPECT_TRUE(note.ends_with("ậ…"));
}

} // namespace
} // namespace phusong

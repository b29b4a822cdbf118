#include "sim/scenario/key_notes.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

using Source = ValueSource;

TEST(KeyNotes, AreTheCommentLinesRightAboveAValueAndOfNoOther) {
    auto const notes = notes_of_lines(
        "# Giá, đồng năm 2020.\n\n[prices]\n# 8,000 USD/km,\n# aerial.\nfibre = 7\nsite = 3\n\nvsat = 2\n",
        "data/p.toml");
    EXPECT_EQ(notes.at(6), (Source{"data/p.toml", "8,000 USD/km, aerial."}));
    EXPECT_EQ(notes.at(7), (Source{"data/p.toml", ""})) << "a comment speaks of the key beneath it alone";
    EXPECT_EQ(notes.at(9), (Source{"data/p.toml", ""}));
}

TEST(KeyNotes, AreAlsoWhatStandsBehindAValue) {
    auto const notes = notes_of_lines("# above\na = \"x # \\\" y\" # behind\nb = 'z # y'\nc = 3 # own\n", "p.toml");
    EXPECT_EQ(notes.at(2).note, "above behind");
    EXPECT_EQ(notes.at(3).note, "");
    EXPECT_EQ(notes.at(4).note, "own");
}

TEST(KeyNotes, AboveASectionsHeadDoNotSpeakOfItsKeys) {
    auto const notes = notes_of_lines("# all prices\n[prices]\nsite = 3\n", "p.toml");
    EXPECT_EQ(notes.at(3).note, "");
}

TEST(KeyNotes, RightBeneathASectionsHeadSpeakOfTheSectionWhenAnEmptyLineFollows) {
    auto const notes =
        notes_of_lines("[prices]\n# VND of 2020,\n# without tax.\n\nsite = 3\n# own\nvsat = 2\n"
                       "[radio]\nmargin = 1\n\n# of nothing\n\nband = 2\n[world]\n# of the key\ncell = 4\n",
                       "p.toml");
    EXPECT_EQ(notes.at(5).note, "[prices] VND of 2020, without tax.");
    EXPECT_EQ(notes.at(7).note, "own");
    EXPECT_EQ(notes.at(9).note, "") << "of another section";
    EXPECT_EQ(notes.at(13).note, "") << "a comment between empty lines speaks of nothing";
    EXPECT_EQ(notes.at(16).note, "of the key");
}

TEST(KeyNotes, BehindASectionsHeadSpeakOfTheSection) {
    auto const notes = notes_of_lines("[radio.2g]  # BCCH\nfrequency = 947\neirp = 55 # own\n", "p.toml");
    EXPECT_EQ(notes.at(2), (Source{"p.toml", "[radio.2g] BCCH"}));
    EXPECT_EQ(notes.at(3).note, "own");
}

TEST(KeyNotes, AreNotWhatIsWrittenForEditors) {
    auto const notes = notes_of_lines("#:schema ../scenario.schema.json\nname = 'x'\ntitle = 'y'\n", "p.toml");
    EXPECT_EQ(notes.at(2).note, "");
    EXPECT_EQ(notes.at(3).note, "");
}

TEST(KeyNotes, OfASectionComeThroughAResolvedScenario) {
    Source const known{"data/p.toml", "[radio.2g] BCCH"};
    auto const notes =
        notes_of_lines("[radio.2g]\n" + source_comment(&known) + "\nfrequency = 947 # [MHz] words\n", "r");
    EXPECT_EQ(notes.at(3), known);
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

#include "sim/output/labels.h"
#include "tests/sim/output/small_outcome.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {

using geo::Language;

TEST(Shown, GroupsThousandsAsEachLanguageDoes) {
    EXPECT_EQ(shown(854679.25, 1, Language::vi), "854.679,2");
    EXPECT_EQ(shown(854679.25, 1, Language::en), "854,679.2");
    EXPECT_EQ(shown(-1234567, 0, Language::en), "−1,234,567");
    EXPECT_EQ(shown(987, 0, Language::vi), "987");
    EXPECT_EQ(shown(-0.3, 0, Language::vi), "0");
    EXPECT_EQ(shown(std::nan(""), 2, Language::en), "–");
}

TEST(Text, NamesTheTechnologiesOfASetInOrder) {
    TechnologySet set;
    EXPECT_EQ(text(set), "");
    set.add(Technology::g4);
    set.add(Technology::g2);
    EXPECT_EQ(text(set), "2g+4g");
}

TEST(SyntheticNote, NamesMadeUpLayersOnceAndNoOthers) {
    auto small = test::small();
    small.world.provenance.push_back(small.world.provenance.front());
    EXPECT_EQ(synthetic_note(small.world), "villages;sites");
}

TEST(Label, UsesTheProvincesOwnWords) {
    EXPECT_EQ(label(SignalState::none).vi, "trắng sóng");
    EXPECT_EQ(label(SignalState::weak).vi, "lõm sóng");
}

} // namespace phusong

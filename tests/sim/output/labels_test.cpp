#include "sim/output/labels.h"
#include "tests/sim/output/small_outcome.h"
#include <cmath>
#include <gtest/gtest.h>
#include <set>

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

TEST(Labels, SayEveryReasonInBothLanguages) {
    std::set<std::string> vi, en;
    for (auto r = Reason::already_served;; r = static_cast<Reason>(static_cast<int>(r) + 1)) {
        auto const words = label(VillageReason{r, 2024});
        EXPECT_TRUE(!words.vi.empty() && vi.insert(words.vi).second) << static_cast<int>(r);
        EXPECT_TRUE(!words.en.empty() && en.insert(words.en).second) << static_cast<int>(r);
        if (r == Reason::too_few_people) break;
    }
    EXPECT_EQ(label(VillageReason{Reason::no_power, 2024}).vi, "chờ điện lưới đến năm 2024");
}

TEST(Labels, NameLayersOfDataInTheReadersLanguage) {
    EXPECT_EQ(layer_word("spot_heights").vi, "điểm độ cao");
    EXPECT_EQ(layer_word("spot_heights").en, "spot heights");
    EXPECT_EQ(layer_word("crosswalk units_2025").vi, "bảng quy đổi units_2025");
    EXPECT_EQ(layer_word("something_new").vi, "something_new");
    EXPECT_EQ(synthetic_words(std::vector<std::string>{"villages", "roads"}).vi, "thôn, đường");
}

TEST(Labels, SpeakOfNoPurseOfAYearInWhichThereIsNone) {
    for (auto const reason : {Reason::budget_exceeded, Reason::not_viable}) {
        auto const before = label(VillageReason{reason, 0, /*before_plan=*/true}),
                   later = label(VillageReason{reason, 0});
        EXPECT_NE(before.vi, later.vi);
        EXPECT_NE(before.en, later.en);
        EXPECT_NE(before.en.find("before the plan"), std::string::npos) << before.en;
        EXPECT_EQ(before.en.find("purse"), std::string::npos) << before.en;
    }
}

} // namespace phusong

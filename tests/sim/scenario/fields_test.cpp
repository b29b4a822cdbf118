#include "tests/sim/scenario/scenario_folder.h"
#include <gmock/gmock.h>
#include <set>
#include <utility>

namespace phusong::test {
namespace {

/// Turns into anything, to count the members of an aggregate: how many of these can it be made from?
struct Anything {
    template <class T> operator T() const; // never defined, never called
};

template <class T, class... Parts> constexpr std::size_t count_members() {
    if constexpr (requires { T{Parts{}..., Anything{}}; })
        return count_members<T, Parts..., Anything>();
    else
        return sizeof...(Parts);
}

TEST(Fields, EveryMemberOfAScenarioHasARow) {
    // years, world, radio … finance are counted by their own members; sources and uncertainty are none
    constexpr std::size_t sections = 16;
    constexpr std::size_t members =
        (count_members<Scenario>() - sections) + count_members<Years>() + count_members<WorldFiles>() +
        (count_members<Radio>() - 3) + count_members<SiteAntennas>() +
        technology_count * (count_members<LinkBudget>() + count_members<Channel>()) + count_members<Network>() +
        count_members<Microwave>() + count_members<Power>() + (count_members<FibreNetwork>() - 1) +
        count_members<FibrePlants>() + count_members<PonNetwork>() + count_members<Traffic>() +
        count_members<LinkClasses>() + count_members<Prices>() + count_members<Rollout>() +
        (count_members<Adoption>() - 3) + 3 * count_members<Service>() + count_members<Finance>();
    EXPECT_EQ(fields().size(), members)
        << "a member of sim/scenario/scenario.h has no row in fields_*.cpp, or a row too many";
}

TEST(Fields, NoTwoRowsShareAKeyOrAMember) {
    Scenario s;
    std::set<std::string> keys;
    std::set<void const*> members;
    for (auto const& field : fields()) {
        EXPECT_TRUE(keys.insert(field.key).second) << field.key;
        auto const* address = std::visit([&](auto at) { return static_cast<void const*>(&at(s)); }, field.access);
        EXPECT_TRUE(members.insert(address).second) << field.key;
    }
}

TEST(Fields, EveryRowIsDocumentedInBothLanguages) {
    for (auto const& field : fields()) {
        EXPECT_FALSE(field.doc.vi.empty()) << field.key;
        EXPECT_FALSE(field.doc.en.empty()) << field.key;
        EXPECT_NE(field.doc.vi, field.doc.en) << field.key;
        EXPECT_FALSE(field.doc.en.ends_with('.')) << field.key;
    }
}

struct Default {
    Field const& field;
    Scenario& s;
    void operator()(double& (*at)(Scenario&)) const { check(at(s)); }
    void operator()(int& (*at)(Scenario&)) const { check(at(s)); }
    template <class T> void operator()(T) const {}
    void check(double value) const {
        EXPECT_LT(field.min, field.max) << field.key;
        EXPECT_FALSE(field.unit.empty()) << field.key;
        bool const absent = value == 0;
        bool const in_range = value >= field.min && value <= field.max;
        EXPECT_TRUE(field.required ? absent : in_range)
            << field.key << ": a figure that a file must give has no value in the code; a default lies in its range";
    }
};

TEST(Fields, RequiredFiguresHaveNoDefaultAndOptionalDefaultsAreInRange) {
    Scenario s;
    for (auto const& field : fields()) std::visit(Default{field, s}, field.access);
}

/// Errors that are not given are not reckoned, what is not shared is not compared, and the shape of a curve is a
/// method.
bool is_off_unless_given(std::string const& key) {
    for (auto const* ending :
         {"active_saving_share", ".draws", ".curve", ".innovation_per_year", ".growth_error_points",
          ".ceiling_error_share", ".growth_shift_points", ".ceiling_shift_share", ".poor_ceiling_share"})
        if (key.ends_with(ending)) return true;
    return false;
}

TEST(Fields, PricesBehaviourAndYearsMustComeFromAFile) {
    for (auto const& field : fields()) {
        if (is_off_unless_given(field.key)) continue;
        bool const figure =
            field.key.starts_with("prices.") || field.key.starts_with("adoption.") || field.key.starts_with("years.");
        EXPECT_TRUE(field.required || !figure) << field.key;
    }
}

class Resolved : public ScenarioFolder {};

TEST_F(Resolved, AScenarioWithEveryFieldChangedReadsBackEqual) {
    Scenario const plain;
    for (auto const& field : fields()) {
        bool const kept =
            field.key == "radio.model" || field.key == "radio.terminal_clutter"; // others refuse many keys
        EXPECT_TRUE(kept || toml_value(field, sample) != toml_value(field, plain)) << field.key;
    }
    auto const read = read_scenario(folder / "base.toml").scenario;
    for (auto const& field : fields())
        EXPECT_EQ(toml_value(field, read, folder), toml_value(field, sample, folder)) << field.key;
    EXPECT_EQ(read, sample);
}

TEST_F(Resolved, WritingAgainGivesTheSameBytes) {
    auto const read = read_scenario(folder / "base.toml").scenario;
    EXPECT_EQ(resolved_toml(read, folder), resolved_toml(sample, folder));
}

TEST_F(Resolved, WhatIsUncertainIsKeptWithItsSources) {
    auto const written = file("uncertain.toml", "extends = \"base.toml\"\n[uncertainty]\ndraws = 50\n"
                                                "# 5,000–25,000 USD/km\n"
                                                "prices.fibre_vnd_per_km = { distribution = \"uniform\", low = 125e6, "
                                                "high = 6.25e8, relative = false }\n");
    auto const read = read_scenario(written).scenario;
    auto const again = read_scenario(file("again.toml", resolved_toml(read, folder)));
    EXPECT_EQ(again.scenario.uncertainty, read.uncertainty);
    EXPECT_EQ(again.uncertainty.at("draws").value.integer, 50);
    auto const& low = again.uncertainty.at("prices.fibre_vnd_per_km.low");
    EXPECT_EQ(low.value.kind == toml_text::Value::Kind::integer ? static_cast<double>(low.value.integer)
                                                                : low.value.real,
              125e6);
    ASSERT_TRUE(low.source);
    EXPECT_EQ(low.source->note, "5,000–25,000 USD/km");
    EXPECT_FALSE(again.uncertainty.at("prices.fibre_vnd_per_km.relative").value.truth);
}

TEST_F(Resolved, PathsAreCanonicalWithoutAFolderAndRelativeWithOne) {
    auto const roads = fs::canonical(folder / "data/world.roads.csv").generic_string();
    EXPECT_THAT(resolved_toml(sample), ::testing::HasSubstr("roads = \"" + roads + "\""));
    EXPECT_THAT(resolved_toml(sample, folder / "runs/one"),
                ::testing::HasSubstr("roads = \"../../data/world.roads.csv\""));
}

TEST_F(Resolved, TitlesWithQuotesBackslashesAndTabsSurvive) {
    sample.title_vi = "Xã \"Lũng Cú\" \\ thử\tmột\nhai";
    auto const again = file("again.toml", resolved_toml(sample, folder));
    EXPECT_EQ(read_scenario(again).scenario.title_vi, sample.title_vi);
}

} // namespace
} // namespace phusong::test

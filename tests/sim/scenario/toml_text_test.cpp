#include "geo/random.h"
#include "sim/scenario/toml_text.h"
#include "tests/sim/scenario/scenario_folder.h"
#include <fmt/format.h>
#include <gmock/gmock.h>

namespace phusong::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string repeated(std::string_view part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

std::string only_problem(std::string_view text) {
    auto const parsed = toml_text::parse(text, "n.toml");
    return parsed.problems.size() == 1 ? parsed.problems[0].where + " " + parsed.problems[0].what.en
                                       : std::to_string(parsed.problems.size()) + " problems";
}

TEST(TomlText, KeysAreDottedFromTheRootInTheOrderOfTheFile) {
    auto const parsed = toml_text::parse("a = 3\n[b.c]\nd = 'x'\n'e.f' = 4.5\ng.h = { i = true }\n", "n.toml");
    std::vector<std::string> keys;
    for (auto const& entry : parsed.entries) keys.push_back(entry.key);
    EXPECT_THAT(keys, ::testing::ElementsAre("a", "b", "b.c", "b.c.d", "b.c.\"e.f\"", "b.c.g", "b.c.g.h", "b.c.g.h.i"));
    EXPECT_EQ(parsed.entries[3].place, (toml_text::Place{3, 1}));
    EXPECT_EQ(parsed.entries[3].value.place, (toml_text::Place{3, 5}));
}

TEST(TomlText, ColumnsCountCharactersNotBytes) {
    EXPECT_THAT(only_problem("t = 'Hà Giang' ã\n"), HasSubstr("n.toml:1:16"));
    EXPECT_THAT(only_problem("t = 'Hà Giang' x\n"), HasSubstr("n.toml:1:16"));
    EXPECT_THAT(only_problem("t = \"Hà \\\" Giang\" ã\n"), HasSubstr("n.toml:1:19"));
    EXPECT_THAT(only_problem("t = \"\"\"Hà\nGiang\"\"\" ã\n"), HasSubstr("n.toml:2:10"));
}

TEST(TomlText, WhatStandsInStringsAndCommentsIsLeftAlone) {
    for (auto const* text : {"a = 'xã “x” . . . [' # ã “ [\n", "a = \"[ \\\" ã\"\n", "a = '''\n[\nã\n'''\n",
                             "a = \"\"\"\n[ \\\"\nã\n\"\"\"\n", "a = [\n[3],\n[\n4 ]\n]\n",
                             "# ......................................................\na = 3\n"})
        EXPECT_THAT(toml_text::parse(text, "n.toml").problems, IsEmpty()) << text;
}

TEST(TomlText, EveryLineWithASlipIsToldAtOnce) {
    auto const parsed =
        toml_text::parse("[radio]\na = 700,5\nb = 3\nc = 5 %\nd = 'x\n[finance]\ne = 3\ne = 4\n", "n.toml");
    std::vector<std::string> places;
    for (auto const& problem : parsed.problems) places.push_back(problem.where.substr(0, problem.where.find(' ')));
    ASSERT_THAT(places, SizeIs(4)) << ::testing::PrintToString(places);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_THAT(places[i],
                    HasSubstr(std::vector<std::string>{"n.toml:2:", "n.toml:4:", "n.toml:5:", "n.toml:8:"}[i]));
    EXPECT_THAT(parsed.entries, IsEmpty());
}

TEST(TomlText, AfterASlipInAValueOfManyLinesNothingIsGuessed) {
    EXPECT_THAT(toml_text::parse("a = [1, 2\nb = 3 %\nc = 700,5\n", "n.toml").problems, SizeIs(1));
}

TEST(TomlText, ATextThatNeverEndsIsToldOnce) {
    for (auto const* end : {"", "\n"})
        EXPECT_THAT(toml_text::parse(std::string("a = \"\"\"x\nb = 3") + end, "n.toml").problems, SizeIs(1));
}

TEST(TomlText, ATableGivenAsAScenarioIsCalledThat) {
    EXPECT_THAT(only_problem("id,indicator,year\na,b,2025\n"), HasSubstr("this is a table (CSV)"));
    EXPECT_THAT(only_problem("mã;tên xã;năm\nô,b,2025\n"), HasSubstr("this is a table (CSV)"));
    EXPECT_THAT(toml_text::parse("# one, two, three\na = 3\n", "n.toml").problems, IsEmpty());
    EXPECT_THAT(only_problem("PK\x03\x04\x14"), HasSubstr("this is a workbook"));
}

TEST(TomlText, HugeAndDeepInputIsRefusedWithOneProblem) {
    std::vector<std::pair<std::string, std::string>> const cases{
        {repeated("a.", 200000) + "b = 3", "longer than 4096 bytes"},
        {repeated("[", 200000), "longer than 4096 bytes"},
        {repeated("[\n", 200000), "problems"},
        {"a = " + repeated("[\n", 200000), "nested too deep"},
        {repeated("a.", 2000) + "b = 3", "more than 32 levels"},
        {"[" + repeated("a.", 2000) + "b]", "more than 32 levels"},
        {repeated("a = 3\n", 400000), "larger than 1048576 bytes"},
        {repeated("x", 2 * 1024 * 1024), "larger than"}};
    for (auto const& [text, answer] : cases) EXPECT_THAT(only_problem(text), HasSubstr(answer)) << text.substr(0, 9);
}

TEST(TomlText, AQuotedTextReadsBack) {
    std::string const text = "Xã \"Lũng Cú\"\t\\ '\n\x01";
    auto const parsed = toml_text::parse("t = " + toml_text::quoted(text), "n.toml");
    ASSERT_THAT(parsed.entries, SizeIs(1));
    EXPECT_EQ(parsed.entries[0].value.text, text);
}

/// Bytes of every sort: pieces of real scenarios, of broken ones, and noise.
std::string random_text(std::uint32_t seed) {
    static std::vector<std::string> const pieces{"[",           "]",           "=",        ".",
                                                 ",",           "\n",          "\r\n",     "\"",
                                                 "'",           "\"\"\"",      "'''",      "#",
                                                 " ",           "{",           "}",        "\\",
                                                 "radio",       "4g",          "override", "extends",
                                                 "'base.toml'", "years.first", "finance",  "tax_share",
                                                 "0.2",         "1e9",         "nan",      "true",
                                                 "2021-01-02",  "ã",           "đ",        "“",
                                                 "\xFF",        "\xE0",        "\x01",     "\xEF\xBB\xBF",
                                                 "\xCC\x80",    "3",           "-",        "_"};
    std::string text;
    std::uint32_t draw = 0;
    auto const next = [&](std::size_t n) {
        return static_cast<std::size_t>(geo::uniform({20210112, 5, seed, draw++}) * static_cast<double>(n));
    };
    for (std::size_t left = next(60); left > 0; --left) {
        if (next(9) == 0)
            text += static_cast<char>(next(256));
        else
            text += pieces[next(pieces.size())];
    }
    return text;
}

class AnyBytes : public ScenarioFolder {};

TEST_F(AnyBytes, GiveEntriesOrProblems) {
    int parsed = 0;
    for (std::uint32_t seed = 1000; seed < 21000; ++seed) {
        auto const result = toml_text::parse(random_text(seed), "n.toml");
        EXPECT_TRUE(result.entries.empty() || result.problems.empty());
        parsed += result.problems.empty() ? 1 : 0;
    }
    EXPECT_GT(parsed, 200);
    EXPECT_LT(parsed, 20000);
}

TEST_F(AnyBytes, GiveAScenarioOrInputErrorsWithPlaceAndText) {
    constexpr int files = 400;
    int refused = 0;
    for (std::uint32_t seed = 0; seed < files; ++seed) {
        auto const scenario =
            file(fmt::format("any{}.toml", seed), (seed % 2 == 0 ? "extends = 'base.toml'\n" : "") + random_text(seed));
        try {
            (void)read_scenario(scenario);
        } catch (geo::InputError const& error) {
            ++refused;
            for (auto const& p : error.problems)
                EXPECT_FALSE(p.where.empty() || p.what.vi.empty() || p.what.en.empty());
        }
    }
    EXPECT_GT(refused, files / 2);
    EXPECT_LT(refused, files);
}

TEST_F(AnyBytes, ScenariosWithOneByteFlippedNeverCrash) {
    auto const whole = resolved_toml(sample, folder);
    for (std::uint32_t k = 0; k < 200; ++k) {
        auto text = whole;
        auto const at = static_cast<std::size_t>(geo::uniform({20210112, 6, k, 0}) * static_cast<double>(text.size()));
        text[at] = static_cast<char>(static_cast<unsigned char>(geo::uniform({20210112, 6, k, 1}) * 256));
        (void)problems(file(fmt::format("any{}.toml", k), text));
    }
}

} // namespace
} // namespace phusong::test

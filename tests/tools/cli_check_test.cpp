// A project made by `phusong new`, then broken in one place: `check` must end with 3 and point at that place.
#include "tests/tools/cli_program.h"
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::HasSubstr, testing::IsEmpty, testing::Not;
using Json = nlohmann::json;

/// `file` with the first line that starts with `key` replaced by `line` (or `line` added at the end of the file).
struct Break {
    char const *name, *file, *key, *line;
    bool on_that_line = true; ///< the message names the line; else only the file
};

struct Broken {
    std::string text;
    std::size_t line;
};

Broken replace_line(std::string const& text, Break const& b) {
    std::size_t at = 0, number = 1;
    while (text.compare(at, std::string(b.key).size(), b.key) != 0) {
        at = text.find('\n', at);
        if (at == std::string::npos) throw std::logic_error(std::string("the toy has no line ") + b.key);
        ++at;
        ++number;
    }
    auto const end = text.find('\n', at);
    return {text.substr(0, at) + b.line + text.substr(end), number};
}

class Check : public testing::Test {
  protected:
    Check() {
        auto const made = phusong("new project", {.folder = here.path});
        EXPECT_EQ(made.code, 0) << made.err;
    }
    Said check(std::string const& arguments = "scenario.toml") const {
        return phusong("check " + arguments, {.folder = project});
    }
    Folder const here{"check"};
    std::filesystem::path const project = here.path / "project";
};

class CheckBroken : public Check, public testing::WithParamInterface<Break> {};

} // namespace

TEST_P(CheckBroken, EndsWithThreeAndNamesThePlace) {
    auto const& b = GetParam();
    auto const file = project / b.file;
    auto const broken = replace_line(contents(file), b);
    write(file, broken.text);
    auto const said = check();
    EXPECT_EQ(said.code, 3) << said.err;
    auto const name = file.filename().string();
    EXPECT_THAT(said.err, HasSubstr(b.on_that_line ? fmt::format("{}:{}", name, broken.line) : name));
    EXPECT_THAT(said.err, HasSubstr("problem(s)"));
    auto const json = Json::parse(check("scenario.toml --json").out);
    EXPECT_EQ(json[0]["exit_code"], 3);
    ASSERT_FALSE(json[0]["problems"].empty());
    if (b.on_that_line) {
        auto const& list = json[0]["problems"];
        EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](auto const& p) {
            return p.value("line", 0U) == broken.line;
        })) << list;
    }
    EXPECT_NE(check("scenario.toml --lang vi").err, said.err);
}

INSTANTIATE_TEST_SUITE_P(
    Scenarios, CheckBroken,
    testing::Values(Break{"WrongKey", "scenario.toml", "seed", "sede = 7"},
                    Break{"WrongType", "scenario.toml", "seed", "seed = \"seven\""},
                    Break{"Nan", "scenario.toml", "margin_db", "margin_db = nan"},
                    Break{"DecimalComma", "scenario.toml", "frequency_mhz", "frequency_mhz = 700,5"},
                    Break{"MissingFile", "scenario.toml", "communes", "communes = \"data/toy/no_such.csv\""},
                    Break{"PathOutside", "scenario.toml", "villages", "villages = \"../../secret.csv\""},
                    Break{"WrongCrs", "scenario.toml", "crs", "crs = \"EPSG:4326\""},
                    Break{"EndBeforeStart", "scenario.toml", "last", "last = 2019"},
                    Break{"NegativeBudget", "scenario.toml", "public_budget_bn_vnd", "public_budget_bn_vnd = -2"},
                    Break{"Latin1", "scenario.toml", "title_vi", "title_vi = \"x\xE3\""}),
    [](auto const& given) { return given.param.name; });

TEST_F(Check, AnEmptyScenarioIsRefused) {
    write(project / "scenario.toml", "");
    auto const said = check();
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("scenario.toml"));
}

TEST_F(Check, ADuplicateCommuneIsRefusedWithItsLine) {
    auto const file = project / "data/toy/communes.csv";
    auto const text = contents(file);
    auto const last = text.rfind('\n', text.size() - 2) + 1;
    auto const lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    write(file, text + text.substr(last));
    auto const said = check();
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr(fmt::format("communes.csv:{}", lines + 1)));
}

TEST_F(Check, TheFirstTwentyMistakesAreTextAndAllOfThemJson) {
    auto const file = project / "data/toy/villages.csv";
    auto text = contents(file);
    for (auto at = text.find("\n9"); at != std::string::npos; at = text.find("\n9", at + 1)) // 30 villages, 90001-01
        text.insert(text.find(",9", at) + 1, 1, '7');
    write(file, text);
    auto const said = check();
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("and 10 more (for all of them: --json)"));
    EXPECT_EQ(Json::parse(check("scenario.toml --json").out)[0]["problems"].size(), 30U);
}

TEST_F(Check, NamesOfOverridesMayStandAfterACommaAndABlank) {
    auto const file = project / "scenario.toml";
    write(file, contents(file) + "\n[override.dry]\nseed = 8\n[override.wet]\nseed = 9\n");
    EXPECT_EQ(check("scenario.toml --with 'dry, wet'").code, 0);
}

TEST_F(Check, ASoundScenarioEndsWithZeroAndWritesNothing) {
    auto const before = tree(project);
    auto const said = check();
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, IsEmpty());
    EXPECT_EQ(tree(project), before);
    EXPECT_TRUE(Json::parse(check("scenario.toml --json").out)[0]["sound"].get<bool>());
}

TEST_F(Check, OneWrongScenarioAmongSoundOnesEndsWithThree) {
    write(project / "wrong.toml", "extends = \"scenario.toml\"\nseed = 1.5\n");
    auto const said = check("scenario.toml wrong.toml");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("scenario.toml: sound"));
    EXPECT_THAT(said.err, HasSubstr("wrong.toml:2"));
    EXPECT_EQ(check("scenario.toml no-such.toml").code, phusong("check no-such.toml", {.folder = project}).code);
}

TEST_F(Check, SetReplacesAValueAndIsCheckedToo) {
    EXPECT_EQ(check("scenario.toml --set finance.discount_rate=0.08 --set seed=11").code, 0);
    auto const said = check("--set finance.discount_rate=8 scenario.toml");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("discount_rate"));
}

} // namespace phusong::test

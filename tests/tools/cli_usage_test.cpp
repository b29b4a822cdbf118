// What the program says to wrong command lines, and its verbs that need no scenario.
#include "tests/tools/cli_program.h"
#include "tools/cli/time_left.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::HasSubstr, testing::IsEmpty, testing::Not, testing::StartsWith;
using Json = nlohmann::json;

class Usage : public testing::Test {
  protected:
    Folder const here{"usage"};
    Said ask(std::string const& arguments) const { return phusong(arguments, {.folder = here.path}); }
    Said hoi(std::string const& arguments) const {
        return phusong(arguments, {.folder = here.path, .environment = "LC_ALL= LANGUAGE= LANG=vi_VN.UTF-8"});
    }
};

} // namespace

TEST_F(Usage, HelpIsAPageWithExamplesAndExitCodesInBothLanguages) {
    auto const en = ask("--help"), vi = hoi("--help");
    EXPECT_EQ(en.code, 0);
    EXPECT_THAT(en.err, IsEmpty());
    for (auto const* word : {"Examples:", "Exit codes:", "Commands", "check", "130, 143"})
        EXPECT_THAT(en.out, HasSubstr(word));
    for (auto const* word : {"Ví dụ:", "Mã kết thúc:", "Lệnh", "phủ sóng"}) EXPECT_THAT(vi.out, HasSubstr(word));
}

TEST_F(Usage, EveryVerbHasItsOwnPage) {
    for (std::string const verb : {"new", "check", "run", "report", "batch", "compare", "gaps", "backcast", "coverage",
                                   "path", "schema", "reference", "doctor"}) {
        auto const en = ask(verb + " --help"), vi = hoi(verb + " --help");
        EXPECT_EQ(en.code, 0) << verb;
        EXPECT_THAT(en.out, HasSubstr("phusong " + verb)) << verb;
        EXPECT_THAT(en.out, HasSubstr("--lang vi|en")) << verb;
        EXPECT_THAT(vi.out, HasSubstr("Ví dụ:")) << verb;
    }
}

TEST_F(Usage, VietnameseUnlessTheEnvironmentOrLangSaysEnglish) {
    auto const with = [&](char const* environment) {
        return phusong("rnu", {.folder = here.path, .environment = environment}).err;
    };
    EXPECT_THAT(with("LC_ALL=C.UTF-8 LANGUAGE= LANG="), HasSubstr("không có lệnh"));
    EXPECT_THAT(with("LC_ALL=en_GB.UTF-8 LANGUAGE= LANG="), HasSubstr("no command"));
    EXPECT_THAT(with("LC_ALL=en_GB.UTF-8 LANGUAGE=vi:en"), HasSubstr("không có lệnh"));
    EXPECT_THAT(ask("rnu --lang vi").err, HasSubstr("không có lệnh"));
    EXPECT_THAT(hoi("--lang=en rnu").err, HasSubstr("no command"));
}

TEST_F(Usage, UnknownWordsEndWithTwoAndASuggestion) {
    struct Case {
        char const *typed, *said;
    };
    for (auto const& c :
         {Case{"rnu x.toml", "did you mean run?"}, Case{"run x.toml --overwrit", "did you mean --overwrite?"},
          Case{"run x.toml --outptu y", "there is no option --outptu"},
          Case{"run x.toml --overwrte y", "did you mean --overwrite?"}, Case{"run -x y z", "there is no option -x"},
          Case{"new --lnag=vi a b", "did you mean --lang?"}, Case{"chek", "did you mean check?"},
          Case{"run x.toml y.toml", "exactly one"}, Case{"run", "missing"}, Case{"check", "missing"},
          Case{"new", "missing"}, Case{"run x.toml --threads 0", "from 1 to 1024"},
          Case{"run x.toml --threads 2x", "from 1 to 1024"}, Case{"run x.toml --lang", "needs exactly one value"},
          Case{"run x.toml --lang fr", "vi and en"}, Case{"run x.toml -co COMPRESS", "NAME=VALUE"},
          Case{"run x.toml -co COMPRES=ZSTD", "did you mean COMPRESS?"}}) {
        auto const said = ask(c.typed);
        EXPECT_EQ(said.code, 2) << c.typed;
        EXPECT_THAT(said.err, HasSubstr(c.said)) << c.typed;
        EXPECT_THAT(said.out, IsEmpty()) << c.typed;
    }
}

TEST_F(Usage, WrongValuesAreToldInTheReadersLanguage) {
    std::vector<std::array<std::string, 3>> const cases{
        {"--draws xx", "“xx”: cần một số nguyên từ 0", "“xx”: needs a whole number from 0"},
        {"--draws 99999999", "“99999999”: cần một số nguyên", "“99999999”: needs a whole number"},
        {"--front a", "“a” không phải là số", "“a” is no number"},
        {"--front 1 --set rollout.policy=villages_first", "bỏ một trong hai", "leave one of them out"},
        {"--slurm-wait", "--slurm-wait chỉ có nghĩa khi có --slurm", "--slurm-wait means nothing without --slurm"},
        {"--slurm 3 --shard 1/2", "--shard không đi cùng --slurm", "--shard does not go with --slurm"}};
    for (auto const& [flags, vi, en] : cases) {
        auto const said = hoi("batch toy.toml " + flags), said_en = ask("batch toy.toml " + flags);
        EXPECT_EQ(said.code, 2) << flags;
        EXPECT_THAT(said.err, HasSubstr(vi)) << flags;
        EXPECT_THAT(said_en.err, HasSubstr(en)) << flags;
        EXPECT_EQ(said_en.err.find("Value"), std::string::npos) << said_en.err;
    }
}

TEST_F(Usage, PagesSpeakOneLanguageOnlyAndLeaveALineBeforeTheUsage) {
    for (std::string const verb : {"new", "check", "run", "report", "batch", "compare", "gaps", "backcast", "coverage",
                                   "path", "schema", "reference", "doctor"}) {
        auto const page = hoi(verb + " --help").out;
        for (auto const* english : {"Options", "Usage", "Arguments", "Examples"})
            EXPECT_THAT(page, Not(HasSubstr(english))) << verb;
        EXPECT_THAT(page, HasSubstr("\n\nCách dùng: phusong " + verb)) << verb;
    }
}

TEST_F(Usage, TheTimeLeftIsToldInAUnitOfItsSize) {
    EXPECT_EQ(cli::time_left(34.4).en, " (about 34 s left) ");
    EXPECT_EQ(cli::time_left(330).vi, " (còn khoảng 6 phút) ");
    EXPECT_EQ(cli::time_left(9000).en, " (about 2.5 h left) ");
}

TEST_F(Usage, NothingTypedShowsTheHelpPageAndEndsWithTwo) {
    auto const said = ask("");
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.out, HasSubstr("Examples:"));
}

TEST_F(Usage, JsonAloneIsAnErrorInJson) {
    auto const said = ask("--json");
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, IsEmpty());
    EXPECT_EQ(Json::parse(said.out)["error"]["problems"][0]["message"], "there is no command");
}

TEST_F(Usage, TheNextCommandThatNewNamesCanBeTypedAsItStands) {
    auto const next_works = [&](std::string const& folder) {
        auto const said = ask("new " + folder);
        EXPECT_EQ(said.code, 0) << said.err;
        auto const run = said.out.find("phusong run ");
        if (run == std::string::npos) return false;
        auto const command = said.out.substr(run, said.out.find('\n', run) - run);
        auto const checked = ask("check " + command.substr(std::string("phusong run ").size()));
        return checked.code == 0;
    };
    EXPECT_TRUE(next_works("\"proj mới 1\""));
    EXPECT_TRUE(next_works("\"it's \\$HOME; echo\""));
    EXPECT_THAT(ask("new tỉnh-tôi").out, HasSubstr("phusong run tỉnh-tôi/scenario.toml\n")); // no quotes without need
}

TEST_F(Usage, JsonErrorsAreOnStdoutAndParse) {
    auto const said = ask("run x.toml --overwrit --json");
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, IsEmpty());
    auto const json = Json::parse(said.out);
    EXPECT_EQ(json["error"]["exit_code"], 2);
    EXPECT_EQ(json["error"]["problems"][0]["hint"], "did you mean --overwrite?");
}

TEST_F(Usage, AMissingScenarioIsNotACrash) {
    auto const said = ask("run no-such.toml");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("no-such.toml"));
}

TEST_F(Usage, VersionSchemaAndReferenceAreDataOnStdout) {
    EXPECT_THAT(ask("--version").out, StartsWith("phusong "));
    auto const schema = ask("schema");
    EXPECT_EQ(schema.code, 0);
    EXPECT_THAT(schema.err, IsEmpty());
    EXPECT_TRUE(Json::parse(schema.out).is_object());
    EXPECT_THAT(ask("reference").out, HasSubstr("finance.discount_rate"));
    EXPECT_NE(ask("reference").out, hoi("reference").out);
    auto const fields = Json::parse(ask("reference --json").out);
    EXPECT_GT(fields.size(), 50U);
    EXPECT_TRUE(fields[0].contains("key"));
}

TEST_F(Usage, DoctorNamesVersionsDriversAndSpace) {
    auto const said = ask("doctor");
    EXPECT_EQ(said.code, 0) << said.out;
    for (auto const* word : {"GDAL", "GTiff", "threads", "free disk"}) EXPECT_THAT(said.out, HasSubstr(word));
    auto const json = Json::parse(ask("doctor --json").out);
    EXPECT_TRUE(json["sound"].get<bool>());
    EXPECT_TRUE(json["drivers"].is_array());
}

TEST_F(Usage, AFullDiskBehindStdoutIsNotSilent) {
    auto const said = phusong("reference", {.folder = here.path, .prefix = "sh -c 'exec \"$0\" \"$@\" >/dev/full'"});
    EXPECT_EQ(said.code, 5);
}

} // namespace phusong::test

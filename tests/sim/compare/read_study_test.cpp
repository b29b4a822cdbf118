#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "sim/compare/compare.h"
#include "sim/compare/levers.h"
#include "sim/compare/read_study.h"
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

namespace fs = std::filesystem;

/// A folder as `batch` writes it, as far as `compare` reads it: options of two draws each.
class ReadStudyFolder : public testing::Test {
  protected:
    struct Made {
        std::string name, file, each, changes;
        double people = 500; ///< median of people
        std::string first_status = "done";
    };
    void SetUp() override { fs::remove_all(folder); }
    void TearDown() override { fs::remove_all(folder); }

    void write(std::vector<Made> const& options, int format = 4, std::string const& program = "phusong") const {
        fs::create_directories(folder);
        std::string runs = "run,option,file,each,draw,changes,status\n",
                    figures = "option,indicator,year,unit,runs,mean,p10,p50,p90,goal,probability,label_vi,label_en\n";
        int run = 0;
        for (auto const& o : options) {
            for (int draw = 0; draw < 2; ++draw)
                runs += fmt::format("{},\"{}\",{},{},{},\"{}\",{}\n", run++, o.name, o.file, o.each, draw, o.changes,
                                    draw == 0 ? o.first_status : "done");
            figures += fmt::format("\"{0}\",people,2020,people,2,{1},{1},{1},{1},,,Người,People\n"
                                   "\"{0}\",goal:phones,2025,%,2,40,30,40,50,60,0,Điện thoại,Phones\n",
                                   o.name, o.people);
        }
        nlohmann::ordered_json files;
        for (auto const& [name, text] : {std::pair{"runs.csv", runs}, std::pair{"percentiles.csv", figures}}) {
            geo::io::write_file(folder / name, text);
            files[name] = geo::io::sha256_of_file(folder / name);
        }
        geo::io::write_file(folder / "study.json",
                            nlohmann::ordered_json{{"program", program}, {"format", format}, {"files", files}}.dump());
    }
    std::vector<Option> read() const {
        std::vector<Option> options;
        for (auto& one : read_study_options(folder.string())) {
            EXPECT_TRUE(one.problems.empty()) << text(one.problems, geo::Language::en);
            options.push_back(std::move(one.option));
        }
        return options;
    }
    std::string problem() const { return text(read_study_options(folder.string()).at(0).problems, geo::Language::en); }

    fs::path const folder = fs::path(testing::TempDir()) /
                            (std::string("study_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ReadStudyFolder, GoalsHaveTheirWordsInBothLanguages) {
    write({{"a", "a.toml", "", ""}});
    auto const goal = read().at(0).goals.at(0);
    EXPECT_EQ(goal.id, "phones");
    EXPECT_EQ(goal.label.vi, "Điện thoại");
    EXPECT_EQ(goal.label.en, "Phones");
}

TEST_F(ReadStudyFolder, DrawsThatFailedAreNotCounted) {
    write({{"a", "a.toml", "", "", 500, "failed"}, {"b", "b.toml", "", ""}});
    auto const options = read();
    EXPECT_EQ(options[0].draws, 1);
    EXPECT_EQ(options[1].draws, 2);
}

TEST_F(ReadStudyFolder, OptionsOfTwoFilesOrOverridesDifferInMoreThanTheKeyOfTheTable) {
    write(
        {{"a, 1", "a.toml", "", "seed=1"}, {"b, 2", "b.toml", "", "seed=2"}, {"b, low, 2", "b.toml", "low", "seed=2"}});
    for (auto const& lever : levers(read())) EXPECT_NE(lever.key, "seed") << "no two of them differ in it alone";
    write({{"a, 1", "a.toml", "", "seed=1"}, {"a, 2", "a.toml", "", "seed=2"}});
    auto const of_one_file = levers(read());
    ASSERT_EQ(of_one_file.size(), 1U);
    EXPECT_EQ(of_one_file[0].key, "seed");
    EXPECT_EQ(of_one_file[0].without_effect, 1U);
}

TEST_F(ReadStudyFolder, TwoFilesOfEqualResultsAreNotCalledTheSameScenario) {
    write({{"a", "a.toml", "", ""}, {"b", "b.toml", "", ""}});
    auto const idle = idle_options(read(), 0);
    ASSERT_EQ(idle.size(), 1U);
    EXPECT_THAT(idle[0].keys, testing::ElementsAre("file"));
}

TEST_F(ReadStudyFolder, OfAnotherFormatOrAnotherProgramIsRefused) {
    write({{"a", "a.toml", "", ""}}, 3);
    EXPECT_THAT(problem(), testing::HasSubstr("study.json has format 3, this program reads 4"));
    write({{"a", "a.toml", "", ""}}, 4, "somebody");
    EXPECT_THAT(problem(), testing::HasSubstr("study.json is not of phusong"));
}

TEST_F(ReadStudyFolder, WhoseTableWasChangedIsRefused) {
    write({{"a", "a.toml", "", ""}});
    geo::io::write_file(folder / "runs.csv", "run,option\n");
    EXPECT_THAT(problem(), testing::HasSubstr("the file runs.csv was changed since it was written"));
}

} // namespace
} // namespace phusong

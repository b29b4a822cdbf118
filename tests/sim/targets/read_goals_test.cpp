#include "geo/problem.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace phusong {
namespace {

std::string const header = "id,indicator,year,comparison,value,unit,label_vi,label_en,source\n";

Scenario with_table(std::string const& name, std::string const& text) {
    std::filesystem::path const file = std::filesystem::path(::testing::TempDir()) / name;
    std::ofstream(file) << text;
    Scenario scenario;
    scenario.years = {.base = 2020, .first = 2021, .last = 2025};
    scenario.targets.written = name;
    scenario.targets.path = file;
    return scenario;
}

TEST(ReadGoals, ReadsEachRowOnce) {
    auto const goals = read_goals(
        with_table("goals_good.csv",
                   header + "sig,villages_with_signal,2025,at_least,98.7,%,Thôn có sóng,Villages,\"report, 2021\"\n"
                            "bad,villages_without_signal,2023,at_most,7,villages,Trắng sóng,Without,own\n"));
    ASSERT_EQ(goals.size(), 2U);
    EXPECT_EQ(goals[0].id, "sig");
    EXPECT_EQ(goals[0].value, 98.7);
    EXPECT_EQ(goals[0].label.vi, "Thôn có sóng");
    EXPECT_EQ(goals[0].source, "report, 2021");
    EXPECT_TRUE(goals[0].at_least);
    EXPECT_FALSE(goals[1].at_least);
    EXPECT_EQ(goals[1].where, "goals_good.csv:3");
}

TEST(ReadGoals, AColumnMayTellWhereGoalsComeFromAndWithoutItAllArePublished) {
    std::string const row = "postal_points,2025,at_least,228,points,x,y,z";
    auto const told = read_goals(with_table(
        "goals_basis.csv", "id,indicator,year,comparison,value,unit,label_vi,label_en,"
                           "source,basis\na," +
                               row + ",published\nb," + row + ",reading\nc," + row + ",assumption\nd," + row + ",\n"));
    ASSERT_EQ(told.size(), 4U);
    EXPECT_EQ(told[0].basis, GoalBasis::published);
    EXPECT_EQ(told[1].basis, GoalBasis::reading);
    EXPECT_EQ(told[2].basis, GoalBasis::assumption);
    EXPECT_EQ(told[3].basis, GoalBasis::published);
    EXPECT_EQ(read_goals(with_table("goals_untold.csv", header + "a," + row + "\n"))[0].basis, GoalBasis::published);
}

TEST(ReadGoals, AnUnknownWordForWhereAGoalComesFromIsAMistakeWithItsPlace) {
    try {
        (void)read_goals(with_table("goals_basis_bad.csv",
                                    "id,indicator,year,comparison,value,unit,label_vi,label_en,source,basis\n"
                                    "a,postal_points,2025,at_least,228,points,x,y,z,guess\n"));
        FAIL() << "no error";
    } catch (geo::InputError const& error) {
        ASSERT_EQ(error.problems.size(), 1U);
        EXPECT_NE(error.problems[0].where.find("goals_basis_bad.csv:2"), std::string::npos);
        EXPECT_NE(error.problems[0].hint.en.find("published, reading, assumption"), std::string::npos);
    }
}

TEST(ReadGoals, HasNoGoalsWithoutATable) { EXPECT_TRUE(read_goals(Scenario{}).empty()); }

TEST(ReadGoals, ReportsEveryMistakeAtOnce) {
    auto const scenario = with_table("goals_bad.csv",
                                     header + "a,villages_with_signl,2025,at_least,98,%,x,y,z\n"  // did you mean
                                              "a,villages_with_signal,2025,at_least,98,%,x,y,z\n" // id again
                                              "c,postal_points,2025,at_least,228,%,x,y,z\n"       // percent of a count
                                              "d,postal_points,2031,at_least,228,points,x,y,z\n"  // after the end
                                              "e,postal_points,2024,more,228,points,x,y,z\n"      // comparison
                                              "f,postal_points,2024,at_least,\"22,8\",points,x,y,z\n"); // decimal comma
    try {
        (void)read_goals(scenario);
        FAIL() << "no error";
    } catch (geo::InputError const& error) {
        ASSERT_EQ(error.problems.size(), 6U);
        auto const hint_of = [&](std::string const& where) {
            auto const found = std::ranges::find_if(
                error.problems, [&](geo::Problem const& p) { return p.where.find(where) != std::string::npos; });
            return found == error.problems.end() ? "none at " + where : found->hint.en;
        };
        EXPECT_NE(hint_of("goals_bad.csv:2").find("villages_with_signal"), std::string::npos);
        EXPECT_NE(hint_of("goals_bad.csv:4").find("points"), std::string::npos);
        for (auto const* line : {":3", ":5", ":6", ":7"}) EXPECT_NE(hint_of(line).substr(0, 4), "none") << line;
    }
}

TEST(ReadGoals, AcceptsTheTablesOfTheProject) {
    for (auto const* name : {"data/toy/targets.csv", "data/ha_giang/targets.csv"}) {
        Scenario scenario;
        scenario.years = {.base = 2020, .first = 2021, .last = 2025};
        scenario.targets.written = name;
        scenario.targets.path = std::filesystem::path(PHUSONG_SOURCE_DIR) / name;
        EXPECT_GE(read_goals(scenario).size(), 4U) << name;
    }
}

} // namespace
} // namespace phusong

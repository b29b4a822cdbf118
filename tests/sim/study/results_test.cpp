#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "sim/scenario/fields.h"
#include "sim/study/results.h"
#include "sim/study/study_book.h"
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

/// Two options of eleven draws. Of draw d (0 … 10), the first costs d and reaches d people, the second 20 − d and 5;
/// the goal is to reach 6. The price that is drawn is d, too.
struct TwentyTwoRuns {
    Study study;
    Results results{study, {}, {}, {}, {}, {}};
    TwentyTwoRuns() {
        study.draws = 11;
        for (auto const* name : {"first", "second"})
            study.options.push_back({.name = name, .changes = {}, .file = {}, .scenario = {}, .uncertain = {}});
        for (auto& option : study.options) {
            option.scenario.years.last = 2025;
            option.uncertain = {{.key = "prices.site_vnd", .field = find_field("prices.site_vnd")}};
        }
        Indicator const cost{
            .name = "spent", .unit = "VND", .year = 2025, .words = {"Chi", "Spent"}, .more_is_better = false},
            people{.name = "goal:people", .unit = "people", .year = 2024, .words = {"Người", "People"}, .goal = 6.0};
        results.indicators.assign(2, {cost, people});
        for (std::size_t run = 0; run < 22; ++run) {
            auto const d = static_cast<double>(run % 11);
            results.records.push_back(
                {.run = run, .drawn = {d}, .values = run < 11 ? std::vector{d, d} : std::vector{20 - d, 5.0}});
        }
    }
    /// The cell of a table in the row of an option and an indicator.
    static std::string cell(std::string const& csv, std::string const& option, std::string const& indicator,
                            std::string const& column) {
        auto const file = std::filesystem::path(testing::TempDir()) /
                          fmt::format("{}.csv", testing::UnitTest::GetInstance()->current_test_info()->name());
        geo::io::write_file(file, csv);
        auto const table = geo::io::read_csv(file, "table");
        for (auto const& row : table.rows)
            if (row.cells[*table.column("option")] == option && row.cells[*table.column("indicator")] == indicator)
                return row.cells[*table.column(column)];
        return "no such row";
    }
};

TEST(StudyTables, PercentilesRiseAndTheProbabilityCountsDrawsThatReachTheGoal) {
    TwentyTwoRuns const runs;
    auto const of = [&](auto const&... what) { return TwentyTwoRuns::cell(percentiles_csv(runs.results), what...); };
    EXPECT_EQ(of("first", "spent", "p10"), "1");
    EXPECT_EQ(of("first", "spent", "p50"), "5");
    EXPECT_EQ(of("first", "spent", "p90"), "9");
    EXPECT_EQ(of("first", "spent", "mean"), "5");
    EXPECT_EQ(of("first", "spent", "probability"), "") << "no goal";
    EXPECT_EQ(of("first", "goal:people", "probability"), fmt::format("{}", 5.0 / 11)) << "6 itself counts";
    EXPECT_EQ(of("second", "goal:people", "probability"), "0");
}

TEST(StudyTables, AFigureThatMissesItsGoalByRoundingAloneReachesIt) {
    TwentyTwoRuns runs;
    runs.results.records[5].values[1] = 6 - 1e-12;
    auto const of = [&] {
        return TwentyTwoRuns::cell(percentiles_csv(runs.results), "first", "goal:people", "probability");
    };
    EXPECT_EQ(of(), fmt::format("{}", 6.0 / 11));
    runs.results.records[5].values[1] = 5.999;
    EXPECT_EQ(of(), fmt::format("{}", 5.0 / 11));
}

TEST(StudyTables, RegretIsWhatTheBestOptionOfTheSameDrawDoesBetter) {
    TwentyTwoRuns const runs;
    auto const of = [&](auto const&... what) { return TwentyTwoRuns::cell(regret_csv(runs.results), what...); };
    EXPECT_EQ(of("first", "spent", "largest_regret"), "0") << "it is cheaper or as cheap in every draw";
    EXPECT_EQ(of("second", "spent", "mean_regret"), "10");
    EXPECT_EQ(of("second", "spent", "largest_regret"), "20");
    EXPECT_EQ(of("first", "goal:people", "largest_regret"), "5") << "in draw 0, where more would be better";
    EXPECT_EQ(of("second", "goal:people", "largest_regret"), "5") << "in draw 10";
}

TEST(StudyTables, SensitivityFollowsTheSignOfWhatIsDrawn) {
    TwentyTwoRuns const runs;
    auto const of = [&](auto const&... what) { return TwentyTwoRuns::cell(sensitivity_csv(runs.results), what...); };
    EXPECT_EQ(of("first", "spent", "rank_correlation"), "1");
    EXPECT_EQ(of("second", "spent", "rank_correlation"), "-1");
    EXPECT_EQ(of("second", "spent", "mean_lowest_tenth"), "20");
    EXPECT_EQ(of("second", "spent", "mean_highest_tenth"), "10");
    EXPECT_EQ(of("second", "spent", "key"), "prices.site_vnd");
}

TEST(StudyTables, AWorkbookTellsTheSameInWordsMoneyInBillionsAndLeavesOutWhatHasNoRows) {
    TwentyTwoRuns runs;
    for (auto& record : runs.results.records) record.values[0] *= 1e9;
    auto const book = study_book(runs.results, geo::Language::vi);
    ASSERT_EQ(book.sheets.size(), 3U) << "no villages are known";
    auto const& figures = book.sheets[0];
    EXPECT_EQ(figures.name, "Chỉ tiêu và mục tiêu");
    ASSERT_EQ(figures.rows.size(), 4U) << "two of each option";
    EXPECT_EQ(figures.rows[0],
              (std::vector<geo::io::XlsxCell>{"first", "Chi", std::int64_t{2025}, "tỷ đồng", 1.0, 5.0, 9.0, 5.0,
                                              std::monostate{}, std::monostate{}, std::int64_t{11}}));
    EXPECT_EQ(figures.rows[1][9], geo::io::XlsxCell(5.0 / 11));
    EXPECT_EQ(study_book(runs.results, geo::Language::en).sheets[1].rows[0][4],
              geo::io::XlsxCell(find_field("prices.site_vnd")->doc.en));
    runs.study.draws = 0; // nothing is drawn: nothing moves anything
    runs.results.records.resize(2);
    runs.results.records[1].run = 1;
    for (auto const& sheet : study_book(runs.results, geo::Language::en).sheets) EXPECT_NE(sheet.name, "What matters");
}

TEST(StudyTables, AFailedRunIsTheSameOneEverywhereAndCountsInNoFigure) {
    TwentyTwoRuns runs;
    runs.results.records[10] = {.run = 10, .failed = true, .why_vi = "vì sao", .why_en = "why"};
    EXPECT_EQ(TwentyTwoRuns::cell(percentiles_csv(runs.results), "first", "spent", "runs"), "10");
    EXPECT_EQ(TwentyTwoRuns::cell(percentiles_csv(runs.results), "first", "spent", "p90"), "8.1");
    EXPECT_EQ(failed_csv(runs.results), "run,option,draw,reason_vi,reason_en\n10,first,10,vì sao,why\n");
    EXPECT_NE(runs_csv(runs.results).find("\n10,first,,,10,,failed,,\n"), std::string::npos);
    EXPECT_NE(runs_csv(runs.results).find("\n21,second,,,10,,done,10,5\n"), std::string::npos);
}

} // namespace
} // namespace phusong::study

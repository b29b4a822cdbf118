#include "sim/study/results.h"
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

/// Two options of two draws, three villages; goals reached: draw 0: 3 and 5, draw 1: 4 and 4.
struct FourRuns {
    Study study;
    Results results{study, {}, {}, {}, {}, {}};
    FourRuns() {
        study.draws = 2;
        for (auto const* name : {"a", "b"})
            study.options.push_back({.name = name, .changes = {}, .file = {}, .scenario = {}, .uncertain = {}});
        Indicator counted;
        counted.name = "goals_reached";
        results.indicators.assign(2, {counted});
        results.village_codes = {"01", "02", "03"};
        results.village_names = {"Lũng Cú", "Sủng, Là", "Má Lé"};
        results.village_places.assign(3, {});
        auto const run = [&](std::size_t number, double goals, std::vector<bool> const& served) {
            results.records.push_back({.run = number, .values = {goals}, .villages_served = as_hex(served)});
        };
        run(0, 3, {true, true, false});
        run(1, 4, {true, false, false});
        run(2, 5, {true, false, false});
        run(3, 4, {true, true, false});
    }
};

TEST(VillagesTable, CountsAllRunsAndThoseThatReachAsManyGoalsAsAnyOfTheirDraw) {
    FourRuns const four;
    EXPECT_EQ(villages_csv(four.results),
              "village,name,runs,served_runs,served_share,good_runs,served_good_runs,served_good_share\n"
              "01,Lũng Cú,4,4,1,3,3,1\n"
              "02,\"Sủng, Là\",4,2,0.5,3,1,0.3333333333333333\n"
              "03,Má Lé,4,0,0,3,0,0\n");
}

TEST(VillagesTable, LeavesOutRunsThatFailed) {
    FourRuns four;
    four.results.records[2] = {.run = 2, .failed = true};
    EXPECT_EQ(villages_csv(four.results),
              "village,name,runs,served_runs,served_share,good_runs,served_good_runs,served_good_share\n"
              "01,Lũng Cú,3,3,1,3,3,1\n"
              "02,\"Sủng, Là\",3,2,0.6666666666666666,3,2,0.6666666666666666\n"
              "03,Má Lé,3,0,0,3,0,0\n");
}

TEST(VillagesTable, HasItsHeadAloneWhenPlansAreFixed) {
    FourRuns four;
    four.study.plan_fixed = true;
    EXPECT_EQ(villages_csv(four.results).find("Lũng"), std::string::npos);
}

} // namespace
} // namespace phusong::study

// What `gaps` says would close a gap is of projects that the plan left, and does close it.
#include "geo/io/csv_file.h"
#include "tests/tools/toy_project.h"
#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <set>

namespace phusong::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

class Gaps : public ToyProject {
  protected:
    Json asked(std::string const& more) const {
        auto const said = phusong("gaps scenario.toml --json " + more, {.folder = project});
        EXPECT_EQ(said.code, 0) << said.err;
        return Json::parse(said.out)["goals"];
    }
    geo::io::CsvTable table(std::string const& name) const {
        return geo::io::read_csv(project / "out/tables" / name, name);
    }
    std::string const poor = "--set rollout.operator_budget_bn_vnd=0 --set rollout.public_budget_bn_vnd=0";
};

std::string cell(geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row, char const* column) {
    return row.cells.at(table.column(column).value());
}

} // namespace

TEST_F(Gaps, StartFromTheFigureOfTheRunAndReachTheGoal) {
    ASSERT_EQ(run("-o out " + poor).code, 0);
    auto const targets = table("targets.csv");
    std::map<std::string, double> missed;
    for (auto const& row : targets.rows)
        if (cell(targets, row, "reached") == "0")
            missed[cell(targets, row, "id")] = std::stod(cell(targets, row, "value"));
    auto const gaps = asked(poor);
    ASSERT_FALSE(missed.empty());
    ASSERT_EQ(gaps.size(), missed.size());
    for (auto const& one : gaps) {
        EXPECT_NEAR(one["value"].get<double>(), missed.at(one["id"]), 0.01) << one["id"];
        ASSERT_TRUE(one["closed"]) << one["id"];
        EXPECT_GE(one["value_with_projects"], one["goal"]) << one["id"];
        EXPECT_GT(one["value_with_projects"], one["value"]) << one["id"];
        auto const row = std::ranges::find(targets.rows, one["id"].get<std::string>(),
                                           [&](auto const& r) { return cell(targets, r, "id"); });
        ASSERT_NE(row, targets.rows.end());
        EXPECT_EQ(cell(targets, *row, "to_close"), "closed");
        EXPECT_EQ(std::stoul(cell(targets, *row, "to_close_projects")), one["projects"].size());
        EXPECT_NEAR(std::stod(cell(targets, *row, "to_close_capex_vnd")), one["capex_vnd"].get<double>(), 1);
    }
}

TEST_F(Gaps, AreClosedByVillagesWithoutFibreWhosePricesAddUp) {
    ASSERT_EQ(run("-o out " + poor).code, 0);
    auto const villages = table("villages.csv");
    std::set<std::string> without_fibre;
    for (auto const& row : villages.rows)
        if (cell(villages, row, "year") == "2025" && cell(villages, row, "fibre") == "0")
            without_fibre.insert(cell(villages, row, "code"));
    for (auto const& one : asked(poor)) {
        double capex_vnd = 0;
        for (auto const& built : one["projects"]) {
            EXPECT_TRUE(without_fibre.erase(built["village_code"])) << built << ": once, and where no fibre is";
            capex_vnd += built["capex_vnd"].get<double>();
        }
        EXPECT_GT(capex_vnd, 0);
        EXPECT_NEAR(one["capex_vnd"].get<double>(), capex_vnd, 0.5);
        EXPECT_NEAR(one["operators_capex_vnd"].get<double>() + one["public_capex_vnd"].get<double>(), capex_vnd, 0.5);
    }
}

TEST_F(Gaps, AreNoneWhereEveryGoalIsReached) {
    auto const said = phusong("gaps scenario.toml --lang en", {.folder = project});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("Every goal that is known is reached."));
}

TEST_F(Gaps, ThatNoProjectClosesAreToldWithWhatTheyComeTo) {
    std::ofstream(project / "goals.csv") << "id,indicator,year,comparison,value,unit,label_vi,label_en,source\n"
                                            "far,fixed_broadband_per_100,2025,at_least,99,per 100 people,Xa,Far,test\n"
                                            "other,postal_points,2025,at_least,999,points,Khác,Other,test\n";
    auto const gaps = asked("--set targets=goals.csv");
    ASSERT_EQ(gaps.size(), 2U);
    EXPECT_TRUE(gaps[0]["movable"]);
    EXPECT_FALSE(gaps[0]["closed"]);
    EXPECT_GT(gaps[0]["value_with_projects"], gaps[0]["value"]);
    EXPECT_FALSE(gaps[1]["movable"]) << "no project opens a post office";
    EXPECT_TRUE(gaps[1]["projects"].empty());
}

} // namespace phusong::test

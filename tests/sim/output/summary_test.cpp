#include "geo/io/atomic_file.h"
#include "geo/problem.h"
#include "sim/output/summary.h"
#include "tests/sim/output/small_outcome.h"
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

namespace fs = std::filesystem;

class Summary : public testing::Test {
  protected:
    test::Small const s = test::small();
};

} // namespace

// With signal in 2020: 143 · 0.97 + 397 · (177 · 0.31 / 391) = 194.42 of 540; in 2022: 147 · 0.97 + 405 · (177 · 0.96 /
// 391) = 318.59 of 552; newly: 318.59 − 552 · 194.42 / 540 = 119.85.
TEST_F(Summary, IsTheTitleAndSevenLinesInVietnamese) {
    EXPECT_EQ(summary_text(s.world, s.scenario, s.outcome, geo::Language::vi),
              "Hai xã\n"
              "Thôn có sóng tốt: 1 → 2 trên 3 (thêm 1; còn 0 thôn lõm sóng, 1 thôn trắng sóng)\n"
              "Người dân có sóng: 36,00 % → 57,72 % của 552 người (thêm 120 người)\n"
              "Thuê bao trên 100 dân: di động 23,70 → 39,49 (không có kế hoạch: 24,28); Internet cố định 2,22 → 4,17 "
              "(không có "
              "kế hoạch: 2,54); truyền hình trả tiền 0,93 → 1,81 (không có kế hoạch: 1,27)\n"
              "Tiền đã chi (tỷ đồng, giá 2019): doanh nghiệp 0,9 trên 3,1; nhà nước 0,4 trên 1,5; 1 dự án\n"
              "Tiền chi vào đâu: 0,0\u00a0% xây đường Internet cố định tới thôn, 93,5\u00a0% xây trạm và thêm công "
              "nghệ cho sóng di "
              "động, 6,5\u00a0% bù chi phí vận hành\n"
              "Mục tiêu 2021–2022: đạt 1 trên 2; chưa đạt: “Thôn có sóng” (−30,56 %)\n"
              "Dữ liệu giả định (không phải số đo thật): thôn, trạm\n");
}

TEST_F(Summary, IsTheTitleAndSevenLinesInEnglish) {
    auto const text = summary_text(s.world, s.scenario, s.outcome, geo::Language::en);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 8);
    EXPECT_TRUE(text.starts_with("Two communes\n"));
    EXPECT_NE(text.find("People with signal: 36.00% → 57.72% of 552 (120 newly covered)"), std::string::npos) << text;
    EXPECT_NE(text.find("Money spent (billion VND of 2019): "), std::string::npos) << text;
}

TEST_F(Summary, TheTitleSaysWhatWasChangedOnTheCommandLine) {
    auto scenario = s.scenario;
    scenario.changes = "low_budget; seed=12";
    auto const json = nlohmann::json::parse(summary_json(s.world, scenario, s.outcome));
    EXPECT_EQ(json["title"]["vi"], "Hai xã (thay đổi: low_budget; seed=12)");
    EXPECT_EQ(json["title"]["en"], "Two communes (changed: low_budget; seed=12)");
    EXPECT_EQ(json["changes"], "low_budget; seed=12");
    EXPECT_EQ(nlohmann::json::parse(summary_json(s.world, s.scenario, s.outcome))["title"]["en"], "Two communes");
}

TEST_F(Summary, NamesGoalsWithoutDataAsUnknownAndNotAsMissed) {
    auto outcome = s.outcome;
    outcome.goals[1].gap = NAN;
    auto const vi = summary_text(s.world, s.scenario, outcome, geo::Language::vi);
    auto const en = summary_text(s.world, s.scenario, outcome, geo::Language::en);
    EXPECT_NE(vi.find("đạt 1 trên 1; chưa biết vì thiếu số liệu: “Thôn có sóng”\n"), std::string::npos) << vi;
    EXPECT_NE(en.find("1 of 1 reached; unknown for want of data: “Villages covered”\n"), std::string::npos) << en;
    auto const json = nlohmann::json::parse(summary_json(s.world, s.scenario, outcome));
    EXPECT_EQ(json["goals"]["unknown"], nlohmann::json::array({"V1"}));
    EXPECT_TRUE(json["goals"]["missed"].empty());
    outcome.goals[1].goal.year = 2020; // a check of the base year is not met by data that are not there
    EXPECT_EQ(nlohmann::json::parse(summary_json(s.world, s.scenario, outcome))["base_year_checks"]["all"], 0);
}

TEST_F(Summary, SaysHowMuchOfWhatIsReachedThePlanDidAndHowCertainAndPublishedItIs) {
    auto outcome = s.outcome;
    outcome.goals[0].first_year_reached = 2020;
    outcome.goals[0].certain = false;
    outcome.goals[0].goal.basis = GoalBasis::assumption;
    auto const en = summary_text(s.world, s.scenario, outcome, geo::Language::en);
    EXPECT_NE(en.find("1 of 2 reached (1 of them already in 2020; 1 not for certain: at least one end of the "
                      "interval misses; of those that a document publishes: 0 of 1); missed: “Villages covered”"),
              std::string::npos)
        << en;
    auto const json = nlohmann::json::parse(summary_json(s.world, s.scenario, outcome))["goals"];
    EXPECT_EQ(json["reached_uncertain"], 1);
    EXPECT_EQ(json["published"]["all"], 1);
    EXPECT_EQ(json["published"]["reached"], 0);
}

TEST_F(Summary, HoldsTheBaseYearsSubscribersAgainstTheirGoal) {
    auto outcome = s.outcome;
    auto& check = outcome.goals[0];
    check.goal.indicator = "mobile_subscribers_per_100";
    check.goal.year = 2020;
    check.goal.value = 23.616;
    check.gap = 0.0877;                 // +0.37 %
    outcome.goals[1].goal = check.goal; // a second row about it is a check, not the plan
    outcome.goals[1].gap = -0.04;
    auto const vi = summary_text(s.world, s.scenario, outcome, geo::Language::vi);
    auto const en = summary_text(s.world, s.scenario, outcome, geo::Language::en);
    EXPECT_NE(vi.find("di động 23,70 (+0,37 % so với mục tiêu năm gốc) → 39,49"), std::string::npos) << vi;
    EXPECT_NE(en.find("mobile 23.70 (+0.37% against the base year's goal) → 39.49 (24.28 without the plan)"),
              std::string::npos)
        << en;
}

TEST_F(Summary, CountsGoalsFromTheYearAfterTheBaseYearAlsoWhenThePlanStartsLater) {
    auto scenario = s.scenario;
    scenario.years.first = 2022;
    auto const en = summary_text(s.world, scenario, s.outcome, geo::Language::en);
    EXPECT_NE(en.find("Goals 2021–2022: "), std::string::npos) << en;
}

TEST_F(Summary, JsonHoldsTheSameNumbersEveryYear) {
    auto const json = nlohmann::json::parse(summary_json(s.world, s.scenario, s.outcome));
    ASSERT_EQ(json["years"].size(), 3U);
    EXPECT_EQ(json["years"][1]["year"], 2021);
    EXPECT_EQ(json["years"][0]["mobile_per_100"], 23.704);
    EXPECT_EQ(json["years"][2]["mobile_per_100_without_plan"], 24.275); // 134 of 552
    EXPECT_EQ(json["years"][2]["villages_none"], 1);
    EXPECT_EQ(json["money"]["price_year"], 2019);
    EXPECT_EQ(json["money"]["public"]["spent_vnd"], 384e6);
    auto const& on = json["money"]["spent_on"];
    EXPECT_EQ(on["mobile_signal_vnd"], 1200e6);
    EXPECT_EQ(on["fixed_lines_vnd"], 0);
    EXPECT_EQ(on["running_vnd"], 84e6);
    EXPECT_EQ(on["mobile_signal_vnd"].get<long>() + on["running_vnd"].get<long>(),
              json["money"]["operators"]["spent_vnd"].get<long>() + json["money"]["public"]["spent_vnd"].get<long>());
    EXPECT_EQ(json["goals"]["missed"], nlohmann::json::array({"V1"}));
    EXPECT_EQ(json["samples_without_terrain"], 17);
    EXPECT_EQ(json["notes"][0]["en"], "7 cells without terrain");
}

TEST_F(Summary, TellsWhatThePlanCostsAtOtherPricesAndHowOftenThePublicPurseIsShort) {
    auto outcome = s.outcome;
    EXPECT_TRUE(nlohmann::json::parse(summary_json(s.world, s.scenario, outcome))["money"]["range"].is_null());
    for (double bn = 1; bn <= 11; ++bn) // P10 is the second of eleven
        outcome.cost_draws.list.push_back({.operators_vnd = bn * 6e11,
                                           .public_vnd = bn * 4e11,
                                           .operators_short_vnd = bn > 10 ? 1e9 : 0,
                                           .public_short_vnd = bn > 5 ? 1e9 : 0});
    outcome.cost_draws.left_out = 2;
    auto const range = nlohmann::json::parse(summary_json(s.world, s.scenario, outcome))["money"]["range"];
    EXPECT_EQ(range["draws"], 11);
    EXPECT_EQ(range["p10_vnd"], 2e12);
    EXPECT_EQ(range["p50_vnd"], 6e12);
    EXPECT_EQ(range["p90_vnd"], 10e12);
    EXPECT_EQ(range["public_purse_short_share"], 0.5455); // six of eleven
    EXPECT_EQ(range["operators_short_share"], 0.0909);
    EXPECT_EQ(range["draws_left_out"], 2);
    EXPECT_EQ(range["public_p50_vnd"], 2.4e12);
    auto const text = summary_text(s.world, s.scenario, outcome, geo::Language::en);
    for (auto const* const part :
         {"2,000–10,000 billion (P10–P90 of 11 draws, median 6,000)", "needs 2,400 billion in the median",
          "falls short in some year in 55% of the draws, the operators' in 9%; 2 draws against"})
        EXPECT_NE(text.find(part), std::string::npos) << part << '\n' << text;
}

TEST_F(Summary, NamesWhatTheCostHangsOnWhereThatExplainsMostOfItsRange) {
    auto outcome = s.outcome;
    outcome.cost_draws.list.assign(3, {.operators_vnd = 1e9, .public_vnd = 1e9});
    auto const text = [&] { return summary_text(s.world, s.scenario, outcome, geo::Language::en); };
    auto const driver = [&] {
        return nlohmann::json::parse(summary_json(s.world, s.scenario, outcome))["money"]["range"]["driver"];
    };
    EXPECT_TRUE(driver().is_null());
    EXPECT_EQ(text().find("because of one thing"), std::string::npos);
    outcome.cost_draws.driver = CostDriver{"prices.fibre_vnd_per_km", 0.82};
    EXPECT_EQ(driver()["key"], "prices.fibre_vnd_per_km");
    EXPECT_EQ(driver()["share"], 0.82);
    EXPECT_NE(text().find("mostly (82% of the variance of ranks) because of one thing: “Base price of "
                          "fibre along a road, aerial on new poles”"),
              std::string::npos)
        << text();
    outcome.cost_draws.driver->share = 0.3; // many small things
    EXPECT_EQ(text().find("because of one thing"), std::string::npos);
}

TEST_F(Summary, CanBeReadBackFromItsFolder) {
    fs::path const folder = test::own_folder();
    fs::create_directories(folder);
    geo::io::write_file(folder / "summary.json", summary_json(s.world, s.scenario, s.outcome));
    EXPECT_EQ(stored_summary_text(folder, geo::Language::vi),
              summary_text(s.world, s.scenario, s.outcome, geo::Language::vi));
    geo::io::write_file(folder / "summary.json", "{\"lines\": 7}");
    EXPECT_THROW((void)stored_summary_text(folder, geo::Language::vi), geo::FileError);
}

} // namespace phusong

#include "geo/problem.h"
#include "sim/compare/compare.h"
#include "sim/compare/level.h"
#include "sim/compare/map_difference.h"
#include "sim/compare/pareto_svg.h"
#include "sim/compare/tables.h"
#include "tests/sim/compare/run_folder.h"
#include "tests/support/sheets.h"
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr, testing::Not;

class Compared : public testing::Test {
  protected:
    void SetUp() override {
        auto const* const info = testing::UnitTest::GetInstance()->current_test_info();
        root = fs::path(testing::TempDir()) / (std::string("compared_") + info->name());
        fs::remove_all(root);
        test::make_run(root / "base", {});
        // 200 people with 4G more, one billion dearer: 5 million a person; two villages more: 500 million each.
        test::make_run(root / "more", {.with_signal = 950,
                                       .with_broadband = 700,
                                       .villages_good = 9,
                                       .public_vnd = 3'000'000'000,
                                       .name = "more",
                                       .key_value = "24",
                                       .goal_year = "2023",
                                       .village_state = "good"});
        test::make_run(root / "same", {.name = "same", .key_value = "13"});
        // Worse and dearer than the baseline.
        test::make_run(
            root / "bad",
            {.with_broadband = 400, .operators_vnd = 4'000'000'000, .name = "bad", .key_value = "6", .goal_year = ""});
    }
    void TearDown() override { fs::remove_all(root); }
    std::vector<std::string> folders(std::vector<std::string> const& names) const {
        std::vector<std::string> all;
        for (auto const& name : names) all.push_back((root / name).string());
        return all;
    }
    Comparison of(std::vector<std::string> const& names, Weights weights = usual_weights()) const {
        return compare(read_options(folders(names)), 0, std::move(weights));
    }
    std::string refusal(std::string const& name) const {
        try {
            (void)read_options(folders({"base", name}));
        } catch (geo::InputError const& error) {
            return geo::text(error.problems, geo::Language::en);
        }
        return "nothing refused";
    }
    fs::path root;
};

TEST_F(Compared, OptionsHaveTheFiguresOfTheirFolders) {
    auto const c = of({"base", "more"});
    auto const& o = c.options[1];
    EXPECT_DOUBLE_EQ(o.value[index(Criterion::broadband_share)], 0.7);
    EXPECT_DOUBLE_EQ(o.value[index(Criterion::spent_vnd)], 6e9);
    EXPECT_DOUBLE_EQ(o.value[index(Criterion::villages_good)], 0.9);
    EXPECT_DOUBLE_EQ(o.value[index(Criterion::worst_tenth)], 0.5); // one of ten communes: 700 / 10 − 20 of 100
    EXPECT_EQ(o.goals.at(1).first_year, 2023);
    EXPECT_EQ(o.goals.at(1).year, 2025);
    EXPECT_EQ(o.operators_budget_vnd, 8.5e9);
}

TEST_F(Compared, AnExtraPersonAndVillageCostWhatTheyCost) {
    auto const c = of({"base", "more", "bad"});
    EXPECT_DOUBLE_EQ(c.difference[1].vnd_per_person_with_broadband, 5e6);
    EXPECT_DOUBLE_EQ(c.difference[1].vnd_per_person_with_signal, 20e6);
    EXPECT_DOUBLE_EQ(c.difference[1].vnd_per_village, 500e6);
    EXPECT_TRUE(std::isnan(c.difference[2].vnd_per_person_with_broadband)) << "fewer people have no price";
    EXPECT_TRUE(std::isnan(c.difference[0].vnd_per_village));
}

TEST_F(Compared, TheFrontHoldsWhatNobodySurpasses) {
    auto const c = of({"base", "more", "bad", "same"});
    EXPECT_EQ(c.on_front, (std::vector<bool>{true, true, false, true}));
}

TEST_F(Compared, TheRankingFollowsTheWeights) {
    EXPECT_EQ(of({"base", "more", "bad"}, {{"people", 1}}).ranking, (std::vector<std::size_t>{1, 0, 2}));
    EXPECT_EQ(of({"base", "more", "bad"}, {{"money", 1}}).ranking, (std::vector<std::size_t>{0, 1, 2}));
    auto const c = of({"base", "more", "bad"}, {{"people", 3}, {"money", 1}});
    EXPECT_DOUBLE_EQ(c.score[0], (3 * (100.0 / 300) + 1) / 4);
    EXPECT_DOUBLE_EQ(c.score[1], 0.75);
}

TEST_F(Compared, DifferencesThatMeanNothingShareARank) {
    // 0.4 % dearer and a person in a thousand thousand more: neither is known that well.
    test::make_run(root / "large", {.people = 1'000'000, .with_signal = 900'000, .with_broadband = 500'000});
    test::make_run(root / "near", {.people = 1'000'000,
                                   .with_signal = 900'000,
                                   .with_broadband = 500'001,
                                   .operators_vnd = 3'020'000'000,
                                   .name = "near"});
    auto const alike = of({"large", "near"});
    EXPECT_EQ(alike.score, (std::vector<double>{0.5, 0.5}));
    EXPECT_EQ(alike.rank, (std::vector<std::size_t>{1, 1}));
    EXPECT_EQ(alike.on_front, (std::vector<bool>{true, true}));
    auto const three = of({"large", "near", "bad"});
    EXPECT_EQ(three.rank, (std::vector<std::size_t>{1, 1, 3})) << "a rank that is shared is left out behind";
    EXPECT_THAT(comparison_csv(three), HasSubstr("/near,near,,1,1,1,"));
}

TEST(Levelled, FollowsTheBestAndNotANeighbour) {
    std::vector<Option> options(4);
    for (std::size_t i = 0; i < options.size(); ++i)
        options[i].value[index(Criterion::signal_share)] = 0.9 + 0.0006 * static_cast<double>(i);
    options[0].value[index(Criterion::public_vnd)] = std::nan("");
    auto const level = levelled(options, Criterion::signal_share);
    EXPECT_DOUBLE_EQ(level[2], level[3]);
    EXPECT_DOUBLE_EQ(level[1], 0.9006) << "0.12 points behind the best, so that it leads the rest";
    EXPECT_DOUBLE_EQ(level[0], 0.9006);
    EXPECT_TRUE(std::isnan(levelled(options, Criterion::public_vnd)[0]));
}

TEST(Levelled, ARunAmongTheDrawsOfAStudyIsNotToldApartFromIt) {
    std::vector<Option> options(2);
    auto const k = index(Criterion::spent_vnd);
    options[0].value[k] = 16.9e9;
    options[1].of_study = true;
    options[1].draws = 40;
    options[1].value[k] = 17.9e9;
    options[1].p10[k] = 15.7e9;
    options[1].p90[k] = 21.1e9;
    EXPECT_EQ(levelled(options, Criterion::spent_vnd), (std::vector<double>{16.9e9, 16.9e9}));
    options[0].value[k] = 15.2e9; // cheaper than nine tenths of the draws
    EXPECT_EQ(levelled(options, Criterion::spent_vnd), (std::vector<double>{15.2e9, 17.9e9}));
}

TEST_F(Compared, WeightsThatMakeNoSenseAreRefused) {
    EXPECT_EQ(read_weights("people=3,money=1"), (Weights{{"people", 3}, {"money", 1}}));
    for (auto const* text : {"peopel=3", "people=x", "people=-1", "people", "", "people=0", "people=nan"})
        EXPECT_THROW((void)read_weights(text), geo::InputError) << text;
}

TEST_F(Compared, ALeverThatChangedNothingIsNamed) {
    auto const c = of({"base", "same", "more"});
    ASSERT_EQ(c.idle.size(), 1U);
    EXPECT_EQ(c.idle[0].option, 1U);
    EXPECT_EQ(c.idle[0].keys, std::vector<std::string>{"rollout.max_projects_per_year"});
    ASSERT_EQ(c.levers.size(), 1U);
    EXPECT_EQ(c.levers[0].pairs, 3U);
    EXPECT_EQ(c.levers[0].without_effect, 1U);
    EXPECT_THAT(comparison_text(c, geo::Language::en), HasSubstr("rollout.max_projects_per_year"));
}

TEST_F(Compared, TornFoldersAreRefusedWithTheFileThatIsWrong) {
    geo::io::write_file(root / "more" / "tables/plan.csv", "changed\n");
    EXPECT_THAT(refusal("more"), HasSubstr("tables/plan.csv was changed"));
    fs::remove(root / "more" / "summary.json");
    EXPECT_THAT(refusal("more"), HasSubstr("lacks the file summary.json"));
    fs::remove(root / "more" / "run.json");
    EXPECT_THAT(refusal("more"), HasSubstr("has no run.json"));
    EXPECT_THAT(refusal("nowhere"), HasSubstr("there is no such folder"));
    geo::io::write_file(root / "more" / "run.json", "[1, 2");
    EXPECT_THAT(refusal("more"), HasSubstr("cannot be read"));
    geo::io::write_file(root / "more" / "run.json",
                        R"({"program":"phusong","format":1,"outputs_sha256":{"../base/run.json":"00"}})");
    EXPECT_THAT(refusal("more"), HasSubstr("outside of the folder"));
}

TEST_F(Compared, AllTornFoldersAreToldAtOnce) {
    fs::remove(root / "more" / "run.json");
    fs::remove(root / "same" / "run.json");
    try {
        (void)read_options(folders({"more", "base", "same"}));
        FAIL();
    } catch (geo::InputError const& error) {
        EXPECT_EQ(error.problems.size(), 2U);
    }
}

TEST_F(Compared, VillagesThatDifferAreNamed) {
    auto const c = of({"base", "more"});
    auto const v = village_differences(c, 0, 1);
    ASSERT_EQ(v.villages.size(), 1U);
    EXPECT_EQ(v.villages[0].change, 1);
    EXPECT_EQ(v.villages[0].state_other.vi, "sóng tốt");
    EXPECT_EQ(v.better, 1U);
    EXPECT_TRUE(village_differences(of({"base", "same"}), 0, 1).villages.empty());
}

TEST_F(Compared, ThePageIsOfflineEscapedAndHasNoScript) {
    auto const c = of({"base", "more", "bad", "same"});
    for (auto const language : {geo::Language::vi, geo::Language::en}) {
        auto const page = comparison_html(c, differences_to_baseline(c), language);
        EXPECT_THAT(page, HasSubstr("default-src 'none'"));
        EXPECT_THAT(page, HasSubstr("&lt;more&gt;"));
        EXPECT_THAT(page, HasSubstr("<svg"));
        for (auto const* word : {"<script", "http:", "https:", "<more>", "nan", "src="})
            EXPECT_THAT(page, Not(HasSubstr(word)));
    }
    EXPECT_THAT(comparison_html(c, differences_to_baseline(c), geo::Language::vi), HasSubstr("5.000.000"));
}

TEST_F(Compared, SharesDifferByPointsAndNotByPercent) {
    auto const more = of({"base", "more"}).difference[1].value;
    auto const k = index(Criterion::broadband_share);
    EXPECT_EQ(difference_text(Criterion::broadband_share, more[k], geo::Language::vi), "+20,0");
    EXPECT_EQ(difference_head(Criterion::broadband_share, geo::Language::vi), "Dân có 4G, 5G (điểm %)");
    EXPECT_EQ(difference_head(Criterion::broadband_share, geo::Language::en), "People with 4G or 5G (points)");
    EXPECT_EQ(difference_text(Criterion::spent_vnd, -1.3e9, geo::Language::en), "\u22121.3");
    EXPECT_EQ(difference_head(Criterion::goals_reached, geo::Language::en), "Goals reached");
    auto const book = comparison_book(of({"base", "more"}), {}, geo::Language::en);
    auto const& sheet = book.sheets.at(1);
    EXPECT_EQ(sheet.columns.at(3 + k).head, "People with 4G or 5G (points)");
    EXPECT_DOUBLE_EQ(std::get<double>(sheet.rows.at(0).at(3 + k)), 20); // "more" is ranked first
}

TEST_F(Compared, GoalsOfTheLastYearComeFirstAndChecksOfTheBaseYearApart) {
    auto const c = of({"base", "more"});
    std::vector<std::string> ids;
    for (auto const& goal : goals_of_all(c)) ids.push_back(goal.id);
    EXPECT_THAT(ids, testing::ElementsAre("G1", "G2", "B1"));
    EXPECT_TRUE(goals_of_all(c).back().base_check);
    auto const page = comparison_html(c, {}, geo::Language::en);
    EXPECT_LT(page.find("Goal <small>G1<"), page.find("Other goal <small>G2<"));
    EXPECT_LT(page.find("Figures of the base year that the model must reproduce"), page.find("Base year <small>B1<"));
    EXPECT_LT(page.find("Other goal <small>G2<"), page.find("Figures of the base year"));
}

Option of_study(std::string const& name, double probability) {
    Option option;
    option.name = option.folder = name;
    option.of_study = true;
    option.draws = 25;
    option.goals = {{.id = "S1",
                     .label = {"100 % số thôn có sóng", "100 % of villages have signal"},
                     .year = 2025,
                     .known = true,
                     .first_year = {},
                     .probability = probability}};
    return option;
}

TEST(ComparedStudies, TellWhichPercentIsTheGoalAndWhichTheProbability) {
    auto const c = compare({of_study("a", 1), of_study("b", 0.36)}, 0, usual_weights());
    auto const text = comparison_text(c, geo::Language::vi);
    EXPECT_THAT(text, HasSubstr("100 % số thôn có sóng (2025)"));
    EXPECT_THAT(text, HasSubstr("xác suất 100\u00a0%  xác suất 36\u00a0%"));
    EXPECT_THAT(text, Not(HasSubstr("S1"))) << "goals have words";
    auto const book = comparison_book(c, {}, geo::Language::en);
    auto const& goals = book.sheets.at(2);
    EXPECT_EQ(goals.columns.back().head, "100 % of villages have signal (2025)");
    EXPECT_EQ(std::get<std::string>(goals.rows.at(1).back()), "probability 36%");
}

TEST(ComparedStudies, ShowTheGoalsOfAllOptionsOrSayHowManyAreLeftOut) {
    std::vector<Option> options;
    for (char name = 'a'; name < 'h'; ++name) options.push_back(of_study(std::string("option-") + name, 0.8));
    auto const seven = comparison_text(compare(options, 0, usual_weights()), geo::Language::en);
    EXPECT_THAT(seven, HasSubstr("100 % of villages have signal (2025)  probability 80%  probability 80%\n"));
    EXPECT_THAT(seven, Not(HasSubstr("left out")));
    for (char name = 'h'; name < 'l'; ++name) options.push_back(of_study(std::string("option-") + name, 0.8));
    EXPECT_THAT(comparison_text(compare(options, 0, usual_weights()), geo::Language::en),
                HasSubstr("… 1 option left out: -o writes the goals of all"));
}

TEST_F(Compared, EveryOptionTellsItsBudgetsByPurseAndWhatIsLeft) {
    auto const c = of({"base", "more"});
    EXPECT_THAT(comparison_html(c, {}, geo::Language::en),
                HasSubstr("<td>8.5</td><td>3.0</td><td>5.5</td><td>4.1</td><td>3.0</td><td>1.1</td><td>12.6</td><td>6.0"
                          "</td><td>6.6</td>"));
    EXPECT_THAT(comparison_text(c, geo::Language::vi), HasSubstr("6,0 / 12,6"));
    auto const json = nlohmann::json::parse(comparison_json(c));
    EXPECT_EQ(json["options"][0]["public_budget_vnd"], 4'100'000'000);
    EXPECT_THAT(comparison_csv(c), HasSubstr("8500000000,4100000000"));
}

TEST_F(Compared, AnOptionThatNeedsMoreThanABudgetHasTellsTheShortage) {
    test::make_run(root / "dear", {.public_vnd = 7'300'000'000, .name = "dear"});
    auto const c = of({"base", "dear"});
    auto const sentences = shortage_sentences(c);
    ASSERT_EQ(sentences.size(), 1U);
    EXPECT_EQ(sentences[0].vi, "dear: kế hoạch cần nhà nước chi 7,3 tỷ đồng, ngân sách có 4,1: thiếu 3,2");
    EXPECT_THAT(comparison_text(c, geo::Language::en), HasSubstr("the budget is 4.1: 3.2 short"));
    EXPECT_THAT(comparison_html(c, {}, geo::Language::vi), HasSubstr("ngân sách có 4,1: thiếu 3,2"));
}

TEST_F(Compared, TheScoreIsExplainedWithItsWeightsAndWhoChoseThem) {
    auto const usual = score_words(usual_weights());
    EXPECT_THAT(usual.vi, HasSubstr("Tổng tiền cần × 1 (ít hơn là tốt hơn)"));
    EXPECT_THAT(usual.en, HasSubstr("People with 4G or 5G × 1"));
    EXPECT_THAT(usual.en, HasSubstr("Nobody chose weights"));
    auto const chosen = score_words({{"people", 3}, {"money", 0.5}});
    EXPECT_THAT(chosen.en, HasSubstr("Money needed in all × 0.50 (less is better); People with 4G or 5G × 3."));
    EXPECT_THAT(chosen.en, Not(HasSubstr("Nobody")));
}

TEST_F(Compared, ManyOptionsMakeSeveralTablesOfGoalsThatASheetCanHold) {
    std::vector<std::string> names{"base"};
    for (int i = 0; i < 13; ++i) {
        names.push_back(fmt::format("o{}", i));
        test::make_run(root / names.back(), {.name = names.back(), .key_value = std::to_string(100 + i)});
    }
    auto const page = comparison_html(of(names), {}, geo::Language::en);
    std::size_t tables = 0;
    for (auto at = page.find("Goal <small>G1<"); at != std::string::npos; at = page.find("Goal <small>G1<", at + 1))
        ++tables;
    EXPECT_EQ(tables, 3U); // 6, 6 and 2 options
}

TEST_F(Compared, TheFilesSayTheSame) {
    auto const c = of({"base", "more", "bad"});
    auto const json = nlohmann::json::parse(comparison_json(c));
    EXPECT_EQ(json["options"][1]["vnd_per_extra_person_with_broadband"], 5'000'000);
    EXPECT_TRUE(json["options"][2]["vnd_per_extra_village"].is_null());
    auto const csv = comparison_csv(c);
    EXPECT_THAT(csv, HasSubstr("vnd_per_extra_village"));
    EXPECT_THAT(csv, HasSubstr("500000000"));
    EXPECT_THAT(csv, Not(HasSubstr("nan")));
    geo::io::write_xlsx(root / "c.xlsx", comparison_book(c, differences_to_baseline(c), geo::Language::en));
    auto const sheets = test::read_xlsx(root / "c.xlsx");
    EXPECT_EQ(sheets.size(), 5U);
    EXPECT_EQ(sheets.at("Villages that differ").text(3, 2), "Thôn 1");
}

TEST_F(Compared, TheDrawingHasOneMarkForEachOption) {
    auto const svg = pareto_svg(of({"base", "more", "bad"}), geo::Language::en);
    std::size_t marks = 0;
    for (auto at = svg.find("<title>"); at != std::string::npos; at = svg.find("<title>", at + 1)) ++marks;
    EXPECT_EQ(marks, 3U);
    EXPECT_THAT(svg, HasSubstr("<rect class='front'"));
    EXPECT_THAT(svg, HasSubstr("<circle class='off'"));
    for (auto const* name : {">base<", ">more<", ">bad<"}) EXPECT_THAT(svg, HasSubstr(name));
}

TEST_F(Compared, TheDrawingsLinesStandAtRoundNumbersAndNeverOverAHundredPercent) {
    auto const svg = pareto_svg(of({"base", "more", "bad"}), geo::Language::en);
    std::regex const label(">([0-9.,]+)(%?)<");
    int labels = 0;
    for (auto it = std::sregex_iterator(svg.begin(), svg.end(), label); it != std::sregex_iterator(); ++it, ++labels) {
        auto digits = (*it)[1].str();
        std::erase_if(digits, [](char c) { return c == '.' || c == ','; });
        digits.erase(digits.find_last_not_of('0') + 1);
        EXPECT_LE(digits.size(), 2U) << (*it)[1]; // 15, 2.5, 0: at most one digit and a half that is not 0
        bool const percent = (*it)[2].length() > 0;
        EXPECT_TRUE(!percent || std::stod((*it)[1]) <= 100) << (*it)[1];
    }
    EXPECT_GE(labels, 6);
}

TEST_F(Compared, EveryOptionsVillagesAreHeldAgainstTheBaseline) {
    auto const c = of({"base", "same", "more", "bad"});
    auto const all = differences_to_baseline(c);
    ASSERT_EQ(all.size(), 3U);
    std::size_t villages = 0;
    for (auto const& each : all) {
        EXPECT_EQ(each.one, c.baseline);
        villages += each.villages.size();
    }
    EXPECT_EQ(villages, 1U); // of "more", wherever it stands
    (void)write_map_difference(root, c, all);
    EXPECT_THAT(geo::io::read_file(root / "villages.csv"), HasSubstr((root / "more").string() + ",00701-01,"));
}

TEST_F(Compared, RunsOfAnotherProvinceAreRefusedByName) {
    test::make_run(root / "elsewhere", {.name = "elsewhere", .communes = 12});
    EXPECT_THAT(refusal("elsewhere"), HasSubstr("12 communes from 2020 on, but"));
    EXPECT_EQ(refusal("more"), "nothing refused");
}

TEST(ShortName, IsTheLastPartOfTheFolderHoweverItIsWritten) {
    Option option;
    for (auto const* folder : {"base", "base/", "runs/base", "/x/base//"}) {
        option.folder = folder;
        EXPECT_EQ(short_name(option), "base") << folder;
    }
}

TEST(ShortChanges, LeaveOutTheFirstPartOfKeysAndWhatTheNameSaysAlready) {
    Option option;
    option.folder = "study/toy, v0812";
    option.title = {"toy, v0812", "toy, v0812"};
    option.changes = "finance.discount_rate=0.08; adoption.mobile.ceiling_share=0.9; seed=4; targets=a.b/c.csv";
    EXPECT_EQ(short_changes(option), "discount_rate=0.08; mobile.ceiling_share=0.9; seed=4; targets=a.b/c.csv");
    option.folder += ", finance.discount_rate=0.08";
    EXPECT_EQ(short_changes(option), "mobile.ceiling_share=0.9; seed=4; targets=a.b/c.csv");
    EXPECT_EQ(short_changes({}), "");
}

TEST_F(Compared, OptionsOfOneValueStillDraw) {
    auto const svg = pareto_svg(of({"base", "same"}), geo::Language::vi);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("inf")));
    EXPECT_THAT(svg, Not(HasSubstr("\u2212"))); // no negative money
}

} // namespace
} // namespace phusong

#include "geo/io/csv_file.h"
#include "sim/output/commune_year.h"
#include "sim/output/csv_text.h"
#include "sim/output/tables.h"
#include "tests/sim/output/small_outcome.h"
#include <array>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using testing::HasSubstr, testing::Not;

/// A table read back by the program's own strict reader.
struct Table {
    explicit Table(std::string const& text) : csv(geo::io::parse_csv(text, "table.csv")) {}
    geo::io::CsvTable csv;
    std::string at(std::size_t row, std::string const& column) const {
        auto const found = csv.column(column);
        return found ? csv.rows.at(row).cells.at(*found) : "no column " + column;
    }
};

class Tables : public testing::Test {
  protected:
    test::Small const s = test::small();
};

} // namespace

TEST_F(Tables, CommunesHaveOneRowPerCommuneAndYear) {
    Table const t(communes_csv(s.world, s.scenario, s.outcome));
    ASSERT_EQ(t.csv.rows.size(), 6U);
    EXPECT_EQ(t.at(3, "code"), "00702");
    EXPECT_EQ(t.at(3, "year"), "2020");
    EXPECT_EQ(t.at(4, "year"), "2021");
    EXPECT_EQ(t.at(4, "people"), "401");
    EXPECT_EQ(t.at(4, "mobile_subscribers"), "88");
    EXPECT_EQ(t.at(5, "fixed_subscribers"), "9");
    EXPECT_EQ(t.at(5, "paytv_subscribers"), "3");
    EXPECT_EQ(t.at(5, "villages_fibre"), "1");
    EXPECT_EQ(t.at(5, "synthetic_layers"), "villages;sites");
}

TEST_F(Tables, SharesOfACommuneAreWeighedByThePeopleOfItsVillages) {
    Table const t(communes_csv(s.world, s.scenario, s.outcome));
    // Villages of commune B: 177 people at 31 % and 214 without; 177 · 0.31 / 391 = 0.14033
    EXPECT_EQ(t.at(3, "signal_share"), "0.1403");
    EXPECT_EQ(t.at(3, "people_with_signal"), "56"); // of 397
    EXPECT_EQ(t.at(0, "signal_share"), "0.97");
    EXPECT_EQ(t.at(0, "broadband_share"), "0.6");
    EXPECT_EQ(t.at(0, "fibre_share"), "0.9");
    EXPECT_EQ(t.at(3, "mobile_per_100"), "9.32"); // 37 of 397
}

TEST_F(Tables, CommunesSayWhatWouldHaveComeWithoutThePlan) {
    Table const t(communes_csv(s.world, s.scenario, s.outcome));
    EXPECT_EQ(t.at(5, "mobile_subscribers_without_plan"), "41");
    EXPECT_EQ(t.at(5, "mobile_per_100_without_plan"), "10.12"); // 41 of 405
    EXPECT_EQ(t.at(5, "fixed_subscribers_without_plan"), "0");
    EXPECT_EQ(t.at(2, "paytv_per_100_without_plan"), "4.76"); // 7 of 147
}

TEST_F(Tables, CommunesForecastTheRuralCriterionEveryYear) {
    Table const t(communes_csv(s.world, s.scenario, s.outcome));
    EXPECT_EQ(t.at(0, "rural_criterion_8"), "0");
    EXPECT_EQ(t.at(1, "rural_criterion_8"), "unknown");
    EXPECT_EQ(t.at(2, "rural_criterion_8"), "1");
    EXPECT_EQ(t.at(2, "rural_criterion_8_base_year"), "0");
}

TEST_F(Tables, PeopleOfTheCommunesAddUpToTheProvince) {
    auto outcome = s.outcome;
    outcome.subscribers.people = {{143.4, 396.4}, {145.5, 401.5}, {147.7, 404.6}};
    Table const t(communes_csv(s.world, s.scenario, outcome));
    for (std::size_t y = 0; y < 3; ++y) {
        auto const all = province(commune_years(s.world, outcome, y));
        auto const sum = [&](char const* column) {
            return std::stol(t.at(y, column)) + std::stol(t.at(3 + y, column));
        };
        EXPECT_EQ(sum("people"), std::lround(all.people));
        EXPECT_EQ(sum("people_with_signal"), std::lround(all.people_with_signal));
        EXPECT_EQ(sum("people_with_broadband"), std::lround(all.people_with_broadband));
        EXPECT_EQ(sum("people_with_fibre"), std::lround(all.people_with_fibre));
    }
}

TEST_F(Tables, VillagesSayTheirStateInBothLanguagesAndWhy) {
    Table const t(villages_csv(s.world, s.scenario, s.outcome));
    ASSERT_EQ(t.csv.rows.size(), 9U);
    EXPECT_EQ(t.at(3, "code"), "V02");
    EXPECT_EQ(t.at(3, "commune_code"), "00702");
    EXPECT_EQ(t.at(3, "state"), "weak");
    EXPECT_EQ(t.at(3, "state_vi"), "lõm sóng");
    EXPECT_EQ(t.at(3, "dbm_4g"), "-108");
    EXPECT_EQ(t.at(3, "dbm_5g"), "");
    EXPECT_EQ(t.at(3, "people_share_4g"), "0.31");
    EXPECT_EQ(t.at(4, "reason"), VillageReason({Reason::built, 0}).code());
    EXPECT_EQ(t.at(6, "reason"), "NO_POWER_UNTIL_2023");
    EXPECT_EQ(t.at(3, "synthetic"), "1");
    EXPECT_EQ(t.at(0, "synthetic"), "0");
    EXPECT_EQ(t.at(5, "fibre"), "1");
}

TEST_F(Tables, VillagesNameTheProjectThatBroughtThemSignalFromItsYearOn) {
    Table const t(villages_csv(s.world, s.scenario, s.outcome));
    for (std::size_t const row : {std::size_t{4}, std::size_t{5}}) { // the second village, after the plan began
        EXPECT_EQ(t.at(row, "signal_project"), "1") << row;
        EXPECT_EQ(t.at(row, "signal_project_year"), "2021") << row;
    }
    for (std::size_t const row :
         {std::size_t{0}, std::size_t{2}, std::size_t{3}, std::size_t{8}}) // had it, not yet, never
        EXPECT_EQ(t.at(row, "signal_project") + t.at(row, "signal_project_year"), "") << row;
}

TEST_F(Tables, PlanGivesPricesByItemAndWhoPays) {
    Table const t(plan_csv(s.world, s.scenario, s.outcome));
    ASSERT_EQ(t.csv.rows.size(), 1U);
    EXPECT_EQ(t.at(0, "kind"), "new_site");
    EXPECT_EQ(t.at(0, "village_code"), "V02");
    EXPECT_EQ(t.at(0, "technologies"), "2g+4g");
    EXPECT_EQ(t.at(0, "power"), "solar");
    EXPECT_EQ(t.at(0, "power_vnd"), "280000000");
    EXPECT_EQ(t.at(0, "capex_vnd"), "1200000000");
    EXPECT_EQ(t.at(0, "link"), "microwave");
    EXPECT_EQ(t.at(0, "link_from"), "T1");
    EXPECT_EQ(t.at(0, "link_km"), "6.813");
    EXPECT_EQ(t.at(0, "operators_capex_vnd"), "900000000");
    EXPECT_EQ(t.at(0, "public_capex_vnd"), "300000000");
    EXPECT_EQ(t.at(0, "npv_vnd"), "-231000000");
    EXPECT_EQ(t.at(0, "viability"), "needs_capex_subsidy");
    EXPECT_EQ(t.at(0, "site_code"), "");
    EXPECT_EQ(t.at(0, "new_people_broadband"), "161");
    EXPECT_EQ(t.at(0, "new_villages"), "1");
}

TEST_F(Tables, PlanNamesTheVillagesCommuneAndTheSitesWhereTheseDiffer) {
    auto outcome = s.outcome;
    outcome.candidates.list[0].commune = CommuneId{0}; // the mast stands over the border
    auto world = s.world.communes;
    Table const t(plan_csv(s.world, s.scenario, outcome));
    EXPECT_EQ(t.at(0, "village_commune_code"), "00702");
    EXPECT_EQ(t.at(0, "village_commune"), world[1].name);
    EXPECT_EQ(t.at(0, "village_district_code"), world[1].district_code);
    EXPECT_EQ(t.at(0, "village_district"), world[1].district);
    EXPECT_EQ(t.at(0, "site_commune_code"), "00701");
    EXPECT_EQ(t.at(0, "site_commune"), world[0].name);
}

TEST_F(Tables, CodesOfThePlanAreSaidInWordsOfBothLanguages) {
    Table const t(plan_csv(s.world, s.scenario, s.outcome));
    EXPECT_EQ(t.at(0, "kind_vi"), "trạm mới");
    EXPECT_EQ(t.at(0, "kind_en"), "new site");
    EXPECT_EQ(t.at(0, "viability_vi"), "cần hỗ trợ vốn một lần");
    EXPECT_EQ(t.at(0, "viability_en"), "needs a one-off subsidy");
}

TEST_F(Tables, MoneyOfAPurseAddsUpToWhatItSpentOnEachItem) {
    Table const t(money_csv(s.world, s.scenario, s.outcome));
    ASSERT_EQ(t.csv.rows.size(), 4U);
    EXPECT_EQ(t.at(1, "purse"), "public");
    EXPECT_EQ(t.at(1, "spent_vnd"), "341000000");
    EXPECT_EQ(t.at(1, "left_vnd"), "359000000");
    EXPECT_EQ(t.at(1, "backhaul_vnd"), "110000000"); // a quarter of 440 million
    EXPECT_EQ(t.at(0, "backhaul_vnd"), "330000000");
    EXPECT_EQ(t.at(2, "carried_in_vnd"), "600000000");
    double items = 0;
    for (auto const* item : {"site_vnd", "technology_vnd", "power_vnd", "backhaul_vnd", "access_vnd"})
        items += std::stod(t.at(0, item));
    EXPECT_DOUBLE_EQ(items, std::stod(t.at(0, "capex_vnd")));
}

TEST_F(Tables, MoneyOfBothPursesAddsUpToTheItemsToTheLastVnd) {
    auto outcome = s.outcome;
    auto& cost = outcome.candidates.list[0].cost;
    cost = {.site_vnd = 400'000'001, .technology_vnd = 70'000'003, .power_vnd = 3, .backhaul_vnd = 440'000'007};
    auto& appraisal = outcome.plan.projects[0].appraisal;
    appraisal.operator_capex_vnd = 333'333'333;
    appraisal.capex_subsidy_vnd = cost.capex_vnd() - appraisal.operator_capex_vnd;
    outcome.plan.operators[0].capex_vnd = appraisal.operator_capex_vnd;
    outcome.plan.public_purse[0].capex_vnd = appraisal.capex_subsidy_vnd;
    Table const money(money_csv(s.world, s.scenario, outcome)), plan(plan_csv(s.world, s.scenario, outcome));
    std::array<long, 2> items{};
    for (auto const* item : {"site_vnd", "technology_vnd", "power_vnd", "backhaul_vnd", "access_vnd"}) {
        for (std::size_t purse : {0U, 1U}) items[purse] += std::stol(money.at(purse, item));
        EXPECT_EQ(std::stol(money.at(0, item)) + std::stol(money.at(1, item)), std::stol(plan.at(0, item))) << item;
    }
    for (std::size_t purse : {0U, 1U}) EXPECT_EQ(items[purse], std::stol(money.at(purse, "capex_vnd")));
}

TEST_F(Tables, MoneySaysInWhichYearsVndItIsAndWhatStoppedTheRest) {
    Table const t(money_csv(s.world, s.scenario, s.outcome));
    EXPECT_EQ(t.at(3, "price_year"), "2019");
    EXPECT_EQ(t.at(0, "unbuilt_waits_for_power"), "5");
    EXPECT_EQ(t.at(2, "unbuilt_waits_for_power"), "3");
    EXPECT_EQ(t.at(2, "unbuilt_public_promised"), "4");
    EXPECT_EQ(t.at(3, "unbuilt_public_promised"), "4"); // of the year, so the same in both purses' rows
    EXPECT_EQ(t.at(1, "unbuilt_crews_busy"), "0");
}

TEST_F(Tables, TargetsSayWhatIsMissedByHowMuch) {
    Table const t(targets_csv(s.world, s.scenario, s.outcome));
    ASSERT_EQ(t.csv.rows.size(), 2U);
    EXPECT_EQ(t.at(0, "reached"), "1");
    EXPECT_EQ(t.at(0, "value"), "39.5");
    EXPECT_EQ(t.at(0, "first_year_reached"), "2022");
    EXPECT_EQ(t.at(1, "reached"), "0");
    EXPECT_EQ(t.at(1, "gap"), "-29.3333");
    EXPECT_EQ(t.at(0, "gap_percent_of_goal"), "3.95");   // 1.5 of 38
    EXPECT_EQ(t.at(1, "gap_percent_of_goal"), "-30.56"); // 29.33 of 96
    EXPECT_EQ(t.at(1, "first_year_reached"), "");
    EXPECT_EQ(t.at(1, "value_2021"), "66.6667");
    EXPECT_EQ(t.at(1, "source"), "ĐH 17");
}

TEST_F(Tables, TargetsSayWhatWouldCloseAGapAndWhatItCosts) {
    auto outcome = s.outcome;
    auto& gap = outcome.gaps.emplace_back(GoalGap{.goal = outcome.goals[1], .projects = {}});
    auto const cells = [&](std::size_t row) {
        Table const t(targets_csv(s.world, s.scenario, outcome));
        std::vector<std::string> list;
        for (auto const* column : {"to_close", "to_close_projects", "to_close_capex_vnd", "to_close_operators_vnd",
                                   "to_close_public_vnd", "to_close_public_vnd_per_year", "to_close_value"})
            list.push_back(t.at(row, column));
        return list;
    };
    EXPECT_EQ(cells(1), (std::vector<std::string>{"unmoved", "", "", "", "", "", ""}));
    gap.movable = gap.closed = true;
    gap.value = 96.5;
    Project project = outcome.plan.projects[0];
    project.appraisal.operator_capex_vnd = 7e8;
    project.appraisal.capex_subsidy_vnd = 3e8;
    project.appraisal.opex_subsidy_vnd_per_year = 2e7;
    gap.projects = {project, project};
    auto const capex = 2 * outcome.candidates.list[project.candidate].cost.capex_vnd();
    EXPECT_EQ(cells(1), (std::vector<std::string>{"closed", "2", number(capex, 0), "1400000000", "600000000",
                                                  "40000000", "96.5"}));
    gap.closed = false;
    EXPECT_EQ(cells(1)[0], "nearer");
    EXPECT_EQ(cells(0), std::vector<std::string>(7)); // reached
}

TEST_F(Tables, TargetsSayWhereAGoalComesFromAndWhetherItIsCertain) {
    auto outcome = s.outcome;
    auto& goals = outcome.goals;
    goals[0].goal.basis = GoalBasis::assumption;
    goals[0].p10 = goals[0].p90 = goals[0].value;
    goals[0].certain = false;
    Table const t(targets_csv(s.world, s.scenario, outcome));
    EXPECT_EQ(t.at(0, "basis"), "assumption");
    EXPECT_EQ(t.at(0, "certain"), "0");
    EXPECT_EQ(t.at(1, "basis"), "published");
    EXPECT_EQ(t.at(1, "certain"), "not_drawn");
}

TEST_F(Tables, TargetsSayUnknownAndNeverMissedWithoutData) {
    auto outcome = s.outcome;
    outcome.goals[1].value = {33.333333, NAN, NAN};
    outcome.goals[1].gap = NAN;
    Table const t(targets_csv(s.world, s.scenario, outcome));
    EXPECT_EQ(t.at(1, "reached"), "unknown");
    EXPECT_EQ(t.at(1, "value"), "");
    EXPECT_EQ(t.at(1, "gap"), "");
    EXPECT_EQ(t.at(1, "value_2020"), "33.3333");
    EXPECT_EQ(t.at(1, "value_2022"), "");
    EXPECT_EQ(t.at(0, "reached"), "1");
}

TEST_F(Tables, ProvenanceNamesEveryLayer) {
    Table const t(provenance_csv(s.world));
    ASSERT_EQ(t.csv.rows.size(), 3U);
    EXPECT_EQ(t.at(2, "source"), "census, \"2019\"");
    EXPECT_EQ(t.at(2, "synthetic"), "0");
    EXPECT_EQ(t.at(0, "note_vi"), "một nửa là thật");
}

TEST_F(Tables, NeverHoldTheWordNan) {
    for (auto const& text : {communes_csv(s.world, s.scenario, s.outcome), villages_csv(s.world, s.scenario, s.outcome),
                             plan_csv(s.world, s.scenario, s.outcome), targets_csv(s.world, s.scenario, s.outcome),
                             money_csv(s.world, s.scenario, s.outcome)})
        EXPECT_THAT(text, Not(HasSubstr("nan")));
}

} // namespace phusong

#include "geo/io/csv_file.h"
#include "sim/output/cash_flow.h"
#include "sim/output/commune_money.h"
#include "sim/output/demand_tables.h"
#include "tests/sim/output/small_outcome.h"
#include <gtest/gtest.h>

namespace phusong {
namespace {

/// The small outcome with one project whose flows are round: two years of a horizon, built in 2021.
test::Small with_flows() {
    auto s = test::small();
    s.scenario.finance.discount_rate = 0.25;
    s.scenario.finance.horizon_years = 2;
    s.scenario.finance.operator_margin_share = 0.1;
    s.scenario.finance.inflation_share_per_year = 0.5;
    s.scenario.finance.power_life_years = 1;
    auto& appraisal = s.outcome.plan.projects[0].appraisal;
    appraisal.revenue_vnd = {std::vector<double>{50e6, 90e6}, {20e6, 30e6}, {0, 0}};
    appraisal.net_revenue_vnd = {49e6, 84e6}; // tax 14 and 24
    appraisal.replacement_vnd = {0, 280e6};
    appraisal.opex_subsidy_vnd_per_year = 7e6;
    return s;
}

std::int64_t cell(test::Small const& s, int year, std::string_view kind, std::string_view item, bool of_public) {
    for (auto const& row : cash_flow(s.scenario, s.outcome))
        if (row.year == year && row.kind == kind && row.item == item)
            return of_public ? row.public_vnd : row.operators_vnd;
    return 0;
}

TEST(CashFlow, TellsWhoPaysWhatInWhichYear) {
    auto const s = with_flows();
    EXPECT_EQ(cell(s, 2021, "capex", "site", false), 300e6); // three quarters of 400
    EXPECT_EQ(cell(s, 2021, "capex", "site", true), 100e6);
    EXPECT_EQ(cell(s, 2022, "replacement", "power", false), 280e6);
    EXPECT_EQ(cell(s, 2021, "opex", "all", false), 24e6);
    EXPECT_EQ(cell(s, 2021, "opex", "all", true), 7e6);
    EXPECT_EQ(cell(s, 2022, "revenue", "mobile", false), 90e6);
    EXPECT_EQ(cell(s, 2022, "margin", "all", false), 12e6);
    EXPECT_EQ(cell(s, 2022, "tax", "all", false), 24e6);
}

TEST(CashFlow, CapexAddsUpToThePlansAndRevenueToWhatItIsSplitInto) {
    auto const s = with_flows();
    std::int64_t capex = 0, revenue = 0, kept = 0;
    for (auto const& row : cash_flow(s.scenario, s.outcome)) {
        if (row.kind == "capex") capex += row.total_vnd();
        if (row.kind == "revenue") revenue += row.total_vnd();
        if (row.kind == "margin" || row.kind == "tax") kept += row.total_vnd();
    }
    EXPECT_EQ(capex, 1200e6);
    EXPECT_EQ(revenue - kept, 49e6 + 84e6);
}

TEST(CashFlow, LeavesOutAnItemThatCostsNothing) {
    auto s = with_flows();
    s.outcome.candidates.list[0].cost.backhaul_vnd = 0;
    for (auto const& row : cash_flow(s.scenario, s.outcome)) EXPECT_NE(row.item, "backhaul") << row.year;
}

TEST(CashFlow, GivesMoneyOfTheDayAndPresentValues) {
    auto const s = with_flows(); // prices of 2019, + 50 % a year; 25 % discount from 2021 on
    auto const table = geo::io::parse_csv(cash_flow_csv(s.world, s.scenario, s.outcome), "t");
    auto const column = [&](char const* name) { return *table.column(name); };
    for (auto const& row : table.rows) {
        if (row.cells[column("year")] != "2022" || row.cells[column("flow")] != "replacement") continue;
        EXPECT_EQ(row.cells[column("money_of_day_vnd")], "945000000"); // 280 · 1.5^3
        EXPECT_EQ(row.cells[column("present_value_vnd")], "224000000");
        return;
    }
    FAIL() << "no replacement";
}

TEST(CommuneMoney, JudgesACommuneByAllItsProjects) {
    auto const s = with_flows();
    auto const money = commune_money(s.world, s.scenario, s.outcome);
    auto const home = s.world.villages[1].commune.value;
    ASSERT_EQ(money[home].projects, 1);
    EXPECT_EQ(money[1 - home].projects, 0);
    EXPECT_NEAR(money[home].opex_vnd, 31e6 * 1.8, 1e-3);
    EXPECT_NEAR(money[home].replacement_vnd, 280e6 / 1.25, 1e-3);
    EXPECT_NEAR(money[home].revenue_vnd, 70e6 + 120e6 / 1.25, 1e-3);
    EXPECT_EQ(money[home].viability, Viability::needs_capex_subsidy);
    EXPECT_EQ(money[home].flip_subsidy_vnd(), 231e6);
    EXPECT_EQ(money[home].one_off_subsidy_vnd, 231e6);
    EXPECT_EQ(money[home].yearly_subsidy_vnd, 0);
}

TEST(CommuneMoney, KeepsApartWhatBringsSignalFromLinesToHomes) {
    auto s = with_flows();
    auto const home = s.world.villages[1].commune.value;
    auto& kind = s.outcome.candidates.list[s.outcome.plan.projects[0].candidate].kind;
    kind = ProjectKind::new_site;
    auto const of_site = commune_money(s.world, s.scenario, s.outcome)[home];
    EXPECT_GT(of_site.signal_vnd, 0);
    EXPECT_EQ(of_site.signal_vnd, of_site.lifetime_vnd());
    kind = ProjectKind::fixed_wireless;
    auto const of_lines = commune_money(s.world, s.scenario, s.outcome)[home];
    EXPECT_EQ(of_lines.signal_vnd, 0);
    EXPECT_EQ(of_lines.lifetime_vnd(), of_site.lifetime_vnd());
}

TEST(CommuneMoney, AsksForAYearlySubsidyWhereNotEvenOpexIsCovered) {
    auto s = with_flows();
    s.outcome.plan.projects[0].appraisal.npv_vnd = -1290e6;
    auto const money = commune_money(s.world, s.scenario, s.outcome)[s.world.villages[1].commune.value];
    EXPECT_EQ(money.viability, Viability::needs_opex_subsidy);
    EXPECT_EQ(money.one_off_subsidy_vnd, 1200e6);
    EXPECT_NEAR(money.yearly_subsidy_vnd, 90e6 / 1.8, 1e-3);
}

TEST(CommuneMoney, CountsExtraSubscribersOfTheLastYear) {
    auto const s = with_flows();
    double extra = 0;
    for (auto const& c : commune_money(s.world, s.scenario, s.outcome)) extra += c.extra_subscribers;
    EXPECT_NEAR(extra, 97 - 93 + 121 - 41 + 9 + 3, 1e-9);
}

TEST(Sharing, SavesMoreTheMoreIsSharedAndAHostIsPaidItsMargin) {
    auto s = with_flows();
    s.scenario.prices.shared_saving_share = 0.3;
    s.scenario.prices.active_saving_share = 0.5;
    s.scenario.finance.host_margin_share = 0.2;
    auto const table = geo::io::parse_csv(sharing_csv(s.world, s.scenario, s.outcome), "t");
    auto const number_in = [&](std::size_t row, char const* name) {
        return std::stod(table.rows.at(row).cells.at(*table.column(name)));
    };
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(number_in(0, "saved_vnd"), 0);
    EXPECT_EQ(number_in(1, "capex_vnd"), 1200e6 - 0.3 * 400e6);
    EXPECT_EQ(number_in(2, "capex_vnd"), 1200e6 - 0.5 * 470e6);
    EXPECT_GT(number_in(2, "saved_vnd"), number_in(1, "saved_vnd"));
    EXPECT_NEAR(number_in(3, "lifetime_vnd"), 1.2 * number_in(2, "lifetime_vnd"), 2);
    EXPECT_EQ(number_in(3, "operators_capex_vnd"), 0);
}

TEST(SubscribersTable, GivesIntervalsOnlyWhereSomethingWasDrawn) {
    auto s = with_flows();
    auto const first = [&](char const* name) {
        auto const table = geo::io::parse_csv(subscribers_csv(s.world, s.scenario, s.outcome), "t");
        return table.rows.front().cells.at(*table.column(name));
    };
    EXPECT_EQ(first("subscribers"), "128"); // 91 + 37
    EXPECT_EQ(first("subscribers_p10"), "");
    auto other = s.outcome.subscribers;
    other.count[0][0][0] += 20;
    s.outcome.subscriber_draws = {s.outcome.subscribers, other};
    EXPECT_EQ(first("subscribers_p10"), "130");
    EXPECT_EQ(first("subscribers_p90"), "146");
}

} // namespace
} // namespace phusong

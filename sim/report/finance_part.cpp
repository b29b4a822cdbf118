#include "sim/output/labels.h"
#include "sim/output/source_words.h"
#include "sim/report/page.h"
#include "sim/rollout/operator_money.h"
#include "sim/rollout/plan_words.h"
#include <array>
#include <cmath>
#include <fmt/ranges.h>

namespace phusong::report {
namespace {

struct Sum {
    int projects = 0;
    double capex_vnd = 0, operators_vnd = 0, capex_subsidy_vnd = 0, opex_subsidy_vnd = 0, npv_vnd = 0;
};

Html viability(Page const& page) {
    std::array<Sum, viability_names.size()> sums{};
    auto const& outcome = page.source.outcome;
    for (auto const& project : outcome.plan.projects) {
        auto const& a = project.appraisal;
        auto& sum = sums[static_cast<std::size_t>(a.viability)];
        ++sum.projects;
        sum.capex_vnd += outcome.candidates.list[project.candidate].cost.capex_vnd();
        sum.operators_vnd += a.operator_capex_vnd;
        sum.capex_subsidy_vnd += a.capex_subsidy_vnd;
        sum.opex_subsidy_vnd += a.opex_subsidy_vnd_per_year;
        sum.npv_vnd += a.npv_vnd;
    }
    Html rows;
    for (std::size_t i = 0; i < sums.size(); ++i)
        rows += number_row(page.in(label(static_cast<Viability>(i))),
                           {page.number(sums[i].projects), page.bn(sums[i].capex_vnd), page.bn(sums[i].operators_vnd),
                            page.bn(sums[i].capex_subsidy_vnd), page.bn(sums[i].opex_subsidy_vnd),
                            page.bn(sums[i].npv_vnd)});
    return plain_table(page.in(geo::say("Hiệu quả tài chính, tỷ đồng giá {}", "Viability, billion VND of {}",
                                        page.source.scenario.finance.price_year)),
                       {page.say("Loại dự án", "Projects that"), page.say("Số dự án", "Projects"),
                        page.say("Vốn đầu tư", "Capex"), page.say("Doanh nghiệp trả", "Operators pay"),
                        page.say("Hỗ trợ một lần", "One-off subsidy"), page.say("Hỗ trợ mỗi năm", "Subsidy a year"),
                        page.say("Giá trị hiện tại ròng tại năm xây, chưa hỗ trợ",
                                 "Net present value at the year of building, before subsidy")},
                       rows);
}

std::vector<std::string> purse_heads(Page const& page, std::string const& first) {
    return {first,
            page.say("Ngân sách", "Budget"),
            page.say("Chuyển sang", "Carried in"),
            page.say("Chi đầu tư", "Capex"),
            page.say("Chi hằng năm", "Recurring"),
            page.say("Còn lại", "Left")};
}

std::vector<std::string> purse_cells(Page const& page, PurseYear const& purse) {
    return {page.bn(purse.budget_vnd), page.bn(purse.carried_vnd), page.bn(purse.capex_vnd),
            page.bn(purse.recurring_vnd), page.bn(purse.available_vnd - purse.spent_vnd())};
}

Html purses(Page const& page) {
    Html rows;
    auto const& plan = page.source.outcome.plan;
    for (std::size_t y = 0; y < plan.operators.size(); ++y)
        for (auto const* purse : {&plan.operators[y], &plan.public_purse[y]}) {
            auto const who = purse == &plan.operators[y] ? page.say("doanh nghiệp", "operators")
                                                         : page.say("nhà nước", "public purse");
            rows += number_row(fmt::format("{}, {}", purse->year, who), purse_cells(page, *purse));
        }
    return plain_table(
        page.in(geo::say("Thu chi từng năm, tỷ đồng giá {}", "The purses year by year, billion VND of {}",
                         page.source.scenario.finance.price_year)),
        purse_heads(page, page.say("Năm, nguồn", "Year, purse")), rows);
}

/// Every named operator's own purse; empty when all have one.
Html operator_purses(Page const& page) {
    auto const names = operator_names(page.source.scenario.rollout);
    auto const& each = page.source.outcome.plan.each_operator;
    if (names.empty()) return {};
    Html rows;
    for (std::size_t y = 0; y < page.source.outcome.plan.operators.size(); ++y)
        for (std::size_t k = 0; k < names.size(); ++k) {
            auto const& purse = each.at(k).at(y);
            rows += number_row(fmt::format("{}, {}", purse.year, names[k]), purse_cells(page, purse));
        }
    return plain_table(page.in(geo::say("Từng nhà mạng, tỷ đồng giá {}", "Every operator, billion VND of {}",
                                        page.source.scenario.finance.price_year)),
                       purse_heads(page, page.say("Năm, nhà mạng", "Year, operator")), rows);
}

/// A value as people write it, shares of 1 as percent.
struct ShownValue {
    Page const& page;
    phusong::Field const& field; // of a scenario; Field alone is a chart's
    Scenario& scenario;

    std::string number(double value) const {
        if (field.unit == "1") return page.percent(value, 1);
        constexpr double with_decimals = 1000;
        return page.number(value, value == std::floor(value) || value >= with_decimals ? 0 : 2);
    }
    std::string operator()(double& (*at)(Scenario&)) const { return number(at(scenario)); }
    std::string operator()(int& (*at)(Scenario&)) const { return page.number(at(scenario)); }
    std::string operator()(std::vector<double>& (*at)(Scenario&)) const {
        std::vector<std::string> values;
        for (double const value : at(scenario)) values.push_back(number(value));
        return fmt::format("{}", fmt::join(values, "; "));
    }
    template <class T> std::string operator()(T) const { return toml_value(field, scenario); }
};

/// What the money hangs on most; leaders ask first where these come from.
constexpr std::array money_keys{"rollout.operator_budget_bn_vnd",
                                "rollout.public_budget_bn_vnd",
                                "prices.site_vnd",
                                "prices.technology_vnd",
                                "prices.fibre_vnd_per_km",
                                "prices.fibre_home_vnd",
                                "prices.fixed_wireless_home_vnd",
                                "adoption.mobile.revenue_vnd_per_month",
                                "adoption.fixed.revenue_vnd_per_month",
                                "finance.discount_rate",
                                "finance.horizon_years",
                                "finance.tax_share",
                                "finance.operator_margin_share"};

Html assumptions(Page const& page) {
    auto scenario = page.source.scenario; // rows reach their members for writing
    Html rows;
    for (auto const* const key : money_keys) {
        auto const& field = *find_field(key);
        rows += html("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n",
                     page.in(field.doc), std::visit(ShownValue{page, field, scenario}, field.access),
                     field.unit == "1" ? std::string() : page.in(unit_words(field.unit)),
                     page.in(source_words(scenario, field)));
    }
    return html(
        "<div class=\"wide\" id=\"assumptions\"><table>\n<caption>{}</caption>\n<thead><tr><th "
        "scope=\"col\">{}</th><th "
        "scope=\"col\" class=\"n\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n{}"
        "</tbody></table></div>\n",
        page.say(
            "Giả thiết về tiền, và nguồn ghi trong tệp; mọi giả thiết khác ở trang tính Giả định của summary.vi.xlsx",
            "Assumptions about money, and the source that the file states; all others stand in the sheet "
            "Assumptions of summary.en.xlsx"),
        page.say("Giả thiết", "Assumption"), page.say("Giá trị", "Value"), page.say("Đơn vị", "Unit"),
        page.say("Nguồn", "Source"), rows);
}

} // namespace

Html finance_part(Page const& page) {
    return html("<section>") + heading("finance", page.say("Tài chính", "Finance")) +
           html("<p>{}.</p>", page.in(how_good_the_plan_is(page.source.outcome.plan))) + purses(page) +
           operator_purses(page) + viability(page) + assumptions(page) + html("</section>\n");
}

} // namespace phusong::report

#include "sim/output/labels.h"
#include "sim/report/page.h"
#include "sim/rollout/operator_money.h"
#include "sim/rollout/plan_words.h"

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
                        page.say("Giá trị hiện tại ròng, chưa hỗ trợ", "Net present value before subsidy")},
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

Html assumptions(Page const& page) {
    auto const& f = page.source.scenario.finance;
    auto const percent = [&](double share) { return page.percent(share, 1); };
    Html const rows =
        number_row(page.say("Tỷ lệ chiết khấu", "Discount rate"), {percent(f.discount_rate)}) +
        number_row(page.say("Thời gian xét, năm", "Horizon, years"), {page.number(f.horizon_years)}) +
        number_row(page.say("Thuế trên doanh thu", "Tax on revenue"), {percent(f.tax_share)}) +
        number_row(page.say("Lợi nhuận giữ lại của doanh nghiệp, trên doanh thu", "Operators' margin, of revenue"),
                   {percent(f.operator_margin_share)});
    return plain_table(page.say("Giả thiết; mọi giả thiết khác nằm trong scenario.resolved.toml",
                                "Assumptions; all others stand in scenario.resolved.toml"),
                       {page.say("Giả thiết", "Assumption"), page.say("Giá trị", "Value")}, rows);
}

} // namespace

Html finance_part(Page const& page) {
    return html("<section>") + heading("finance", page.say("Tài chính", "Finance")) +
           html("<p>{}.</p>", page.in(how_good_the_plan_is(page.source.outcome.plan))) + purses(page) +
           operator_purses(page) + viability(page) + assumptions(page) + html("</section>\n");
}

} // namespace phusong::report

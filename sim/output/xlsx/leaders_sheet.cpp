#include "sim/output/headline.h"
#include "sim/output/labels.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"
#include <cmath>

namespace phusong {
namespace {

using geo::io::XlsxCell, geo::io::XlsxSheet, geo::io::XlsxStyle;
using Chart = XlsxSheet::Chart;

// Places of the columns below, for the charts.
constexpr std::size_t year_column = 0, signal_column = 2, broadband_column = 3, fibre_column = 4, operators_column = 11,
                      public_column = 12;

std::vector<XlsxSheet::Column> columns(geo::Language language) {
    std::vector<XlsxSheet::Column> all;
    for (auto const* column : {"year", "people", "signal_share", "broadband_share", "fibre_share", "villages_good",
                               "villages_weak", "villages_none", "villages_fibre", "mobile_per_100", "fixed_per_100"})
        all.push_back(sheet_column(column, language));
    all.push_back({geo::say("Doanh nghiệp chi (tỷ đồng)", "Spent by operators (billion VND)").in(language),
                   XlsxStyle::decimal_2, 16});
    all.push_back({geo::say("Nhà nước chi (tỷ đồng)", "Spent by the state (billion VND)").in(language),
                   XlsxStyle::decimal_2, 16});
    return all;
}

double spent_bn_vnd(std::vector<PurseYear> const& purse, int year) {
    for (auto const& p : purse)
        if (p.year == year) return p.spent_vnd() / vnd_per_bn;
    return std::nan(""); // the base year has no purse
}

std::vector<XlsxCell> row(CommuneYear const& now, int year, Plan const& plan) {
    auto const share = [&](double part) { return now.people > 0 ? part / now.people : std::nan(""); };
    return {std::int64_t{year},
            std::int64_t{std::llround(now.people)},
            share(now.people_with_signal),
            share(now.people_with_broadband),
            share(now.people_with_fibre),
            std::int64_t{now.villages_good},
            std::int64_t{now.villages_weak},
            std::int64_t{now.villages_none},
            std::int64_t{now.villages_fibre},
            now.per_100(ServiceKind::mobile),
            now.per_100(ServiceKind::fixed),
            spent_bn_vnd(plan.operators, year),
            spent_bn_vnd(plan.public_purse, year)};
}

} // namespace

XlsxSheet leaders_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, geo::Language language) {
    XlsxSheet sheet;
    sheet.name = geo::Message{"Tóm tắt", "Summary"}.in(language);
    sheet.title = title(scenario).in(language);
    auto lines = summary_lines(world, scenario, outcome);
    lines.pop_back(); // what is synthetic stands on every sheet
    for (auto const& line : lines) sheet.lines.push_back(line.in(language));
    sheet.columns = columns(language);
    auto const province = headline(world, outcome, scenario.years.base).province;
    for (std::size_t y = 0; y < province.size(); ++y)
        sheet.rows.push_back(row(province[y], scenario.years.base + static_cast<int>(y), outcome.plan));
    sheet.frozen_columns = 1;
    sheet.filter = false; // six rows
    auto const last = sheet.rows.size() - 1;
    sheet.charts = {{Chart::Kind::line,
                     geo::Message{"Tỷ lệ dân được phục vụ", "Share of people served"}.in(language),
                     {},
                     year_column,
                     {signal_column, broadband_column, fibre_column},
                     0,
                     last},
                    {Chart::Kind::stacked_columns,
                     geo::say("Tiền đã chi theo năm (tỷ đồng, giá {})", "Money spent by year (billion VND of {})",
                              scenario.finance.price_year)
                         .in(language),
                     geo::Message{"tỷ đồng", "billion VND"}.in(language),
                     year_column,
                     {operators_column, public_column},
                     1,
                     last}};
    return sheet;
}

} // namespace phusong

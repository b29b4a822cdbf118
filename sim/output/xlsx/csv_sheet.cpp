#include "sim/output/xlsx/csv_sheet.h"
#include "geo/vietnamese_order.h"
#include "sim/output/column_words.h"
#include "sim/output/labels.h"
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace phusong {
namespace {

using geo::io::XlsxCell, geo::io::XlsxStyle;

/// Code words of machine files that no column spells out beside them.
struct CodeWord {
    std::string_view column, code, vi, en;
};
constexpr CodeWord code_words[]{
    {"power", "grid", "điện lưới", "grid"},
    {"power", "solar", "điện mặt trời", "solar"},
    {"link", "fibre", "cáp quang", "fibre"},
    {"link", "microwave", "vi ba", "microwave"},
    {"link", "vsat", "vệ tinh", "satellite"},
    {"link", "none", "không có", "none"},
    {"purse", "operators", "doanh nghiệp", "operators"},
    {"purse", "public", "nhà nước", "public"},
    {"comparison", "at_least", "ít nhất", "at least"},
    {"comparison", "at_most", "nhiều nhất", "at most"},
    {"to_close", "closed", "được, bằng gói dự án này", "yes, by this bundle"},
    {"to_close", "nearer", "không, mọi dự án còn lại chỉ đưa đến gần hơn", "no, all that is left brings it nearer"},
    {"to_close", "unmoved", "không dự án nào làm thay đổi", "no project moves it"},
    {"grouping", "province", "toàn tỉnh", "province"},
    {"grouping", "district", "huyện", "district"},
    {"kind", "commune", "xã", "commune"},
    {"kind", "ward", "phường", "ward"},
    {"kind", "township", "thị trấn", "township"},
    {"kind", "fibre", "cáp quang", "fibre"},
    {"kind", "microwave", "vi ba", "microwave"},
    {"kind", "vsat", "vệ tinh", "satellite"},
    {"kind", "post", "bưu cục", "post office"},
    {"kind", "government", "cơ quan nhà nước", "government office"},
    {"kind", "one_stop", "bộ phận một cửa", "one-stop office"},
    {"kind", "loudspeaker", "đài truyền thanh", "loudspeaker station"}};

std::string in_words(std::string_view column, std::string const& cell, geo::Language language) {
    for (auto const& word : code_words)
        if (word.column == column && word.code == cell)
            return std::string(language == geo::Language::vi ? word.vi : word.en);
    if (column == "layer") return layer_word(cell).in(language);
    if (column == "unit") return unit_word(cell).in(language);
    for (auto const basis : {GoalBasis::published, GoalBasis::reading, GoalBasis::assumption})
        if (column == "basis" && cell == name(basis)) return label(basis).in(language);
    return cell;
}

template <class Number> std::optional<Number> number_of(std::string const& cell) {
    Number value{};
    auto const* const end = cell.data() + cell.size();
    auto const [stopped, error] = std::from_chars(cell.data(), end, value);
    return error == std::errc{} && stopped == end ? std::optional(value) : std::nullopt;
}

XlsxStyle style_of(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::code:
    case ColumnKind::words:
    case ColumnKind::flag:
        return XlsxStyle::text;
    case ColumnKind::long_words:
        return XlsxStyle::long_text;
    case ColumnKind::whole:
        return XlsxStyle::whole;
    case ColumnKind::decimal_1:
        return XlsxStyle::decimal_1;
    case ColumnKind::decimal_2:
        return XlsxStyle::decimal_2;
    case ColumnKind::share:
        return XlsxStyle::percent;
    case ColumnKind::degrees:
        return XlsxStyle::degrees;
    case ColumnKind::year:
        return XlsxStyle::year;
    }
    return XlsxStyle::text;
}

double width_of(std::string_view column, ColumnKind kind) {
    if (kind == ColumnKind::long_words) return 44;
    if (kind == ColumnKind::year) return 8;
    if (kind == ColumnKind::code) return 10;
    if (column.ends_with("_vnd") || column.ends_with("_vnd_per_year")) return 18;
    return kind == ColumnKind::words ? 22 : 13;
}

} // namespace

geo::io::XlsxSheet::Column sheet_column(std::string_view column, geo::Language language) {
    auto const kind = kind_of(column);
    return {head_of(column).in(language), style_of(kind), width_of(column, kind)};
}

XlsxCell sheet_cell(std::string_view column, std::string const& cell, geo::Language language) {
    if (cell.empty()) return std::monostate{};
    switch (kind_of(column)) {
    case ColumnKind::code:
    case ColumnKind::long_words:
        return cell;
    case ColumnKind::words:
        return in_words(column, cell, language);
    case ColumnKind::flag:
        return flag_words(cell).in(language);
    case ColumnKind::whole:
    case ColumnKind::year:
        if (auto const whole = number_of<std::int64_t>(cell)) return *whole;
        break;
    default:
        break;
    }
    if (auto const number = number_of<double>(cell)) return *number;
    return cell;
}

geo::io::XlsxSheet csv_sheet(geo::io::CsvTable const& table, SheetWish const& wish, geo::Language language) {
    geo::io::XlsxSheet sheet;
    sheet.name = wish.name.in(language);
    sheet.title = wish.title.in(language);
    sheet.frozen_columns = wish.frozen_columns;
    std::vector<std::size_t> from;
    for (auto const& column : wish.columns) {
        auto const at = table.column(column);
        if (!at) continue;
        from.push_back(*at);
        sheet.columns.push_back(sheet_column(column, language));
    }
    for (auto const& row : table.rows) {
        std::vector<XlsxCell> cells;
        for (auto const at : from) cells.push_back(sheet_cell(table.columns[at], row.cells[at], language));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

geo::io::XlsxSheet whole_sheet(std::string const& csv, SheetWish wish, geo::Language language) {
    auto const table = parsed(csv);
    for (auto const& column : table.columns)
        if (column != "synthetic_layers") wish.columns.push_back(column);
    return csv_sheet(table, wish, language);
}

void sort_by_names(geo::io::CsvTable& table, std::vector<std::string> const& columns) {
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        std::string key;
        for (auto const& column : columns)
            if (auto const at = table.column(column)) key += geo::vietnamese_key(table.rows[r].cells[*at]) + '\0';
        keys.emplace_back(std::move(key), r);
    }
    std::ranges::sort(keys);
    std::vector<geo::io::CsvTable::Row> rows;
    for (auto const& [key, r] : keys) rows.push_back(std::move(table.rows[r]));
    table.rows = std::move(rows);
}

} // namespace phusong

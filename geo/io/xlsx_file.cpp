#include "geo/io/xlsx_file.h"
#include "geo/io/atomic_file.h"
#include "geo/io/system_fault.h"
#include "geo/io/xlsx_parts.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <new>
#include <stdexcept>
#include <xlsxwriter.h>

namespace phusong::geo::io {
namespace {

constexpr std::size_t max_cell_characters = 32'767; // of Excel; counted here in bytes, so on the safe side
constexpr std::time_t created = 1'577'836'800;      // 2020-01-01: a fixed date in place of a clock
constexpr std::size_t style_count = 10;

/// Formats of one workbook; libxlsxwriter owns them.
struct Formats {
    lxw_format *title = nullptr, *line = nullptr, *head = nullptr;
    std::array<lxw_format*, style_count> of{};
};

/// "@" keeps a cell text even when somebody edits it, so that a name like =1+1 never turns into a formula.
constexpr std::array<char const*, style_count> number_formats{"General",  "@",         "@",    "#,##0",    "#,##0.0",
                                                              "#,##0.00", "#,##0.000", "0.0%", "0.000000", "0"};

Formats add_formats(lxw_workbook* book) {
    Formats f;
    f.title = workbook_add_format(book);
    format_set_bold(f.title);
    format_set_font_size(f.title, 14);
    f.line = workbook_add_format(book);
    format_set_num_format(f.line, "@");
    format_set_text_wrap(f.line);
    format_set_align(f.line, LXW_ALIGN_VERTICAL_TOP);
    f.head = workbook_add_format(book);
    format_set_bold(f.head);
    format_set_text_wrap(f.head);
    format_set_align(f.head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(f.head, 0xDDE6F0);
    format_set_bottom(f.head, LXW_BORDER_THIN);
    for (std::size_t i = 0; i < style_count; ++i) {
        f.of[i] = workbook_add_format(book);
        format_set_num_format(f.of[i], number_formats[i]);
        if (static_cast<XlsxStyle>(i) != XlsxStyle::long_text) continue;
        format_set_text_wrap(f.of[i]);
        format_set_align(f.of[i], LXW_ALIGN_VERTICAL_TOP);
    }
    return f;
}

lxw_row_t row_number(std::size_t i) { return static_cast<lxw_row_t>(i); }
lxw_col_t col_number(std::size_t i) { return static_cast<lxw_col_t>(i); }

std::string fitting(std::string const& text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    auto end = most_bytes - 3; // room for the dots, which are three bytes
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

/// Whether a workbook takes what begins here for a letter: _x0041_ is A. Source: ECMA-376 part 1, 22.4.2.4.
bool is_code(std::string_view text) {
    auto const hexadecimal = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::ranges::all_of(text.substr(2, 4), hexadecimal);
}

/// U+FFFE and U+FFFF, which no XML may hold, as U+FFFD.
std::string possible(std::string text) {
    for (auto const* letter : {"\uFFFE", "\uFFFF"})
        for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter))
            text.replace(at, 3, "\uFFFD");
    return text;
}

/// Text that looks like a code gets its first mark as one, so that it is shown as it is. (libxlsxwriter writes control
/// characters as codes.)
std::string in_cell(std::string text) {
    constexpr std::string_view mark = "_x005F"; // and its end is the text's own first letter
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1))
        if (is_code(std::string_view(text).substr(at))) {
            text.insert(at, mark);
            at += mark.size();
        }
    return fitting(possible(std::move(text)), max_cell_characters);
}

/// Properties know no codes.
std::string in_property(std::string const& text) {
    auto out = fitting(possible(text), 200);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out;
}

void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t col, std::string const& text, lxw_format* format) {
    worksheet_write_string(sheet, row_number(row), col_number(col), in_cell(text).c_str(), format);
}

double to_eight_decimals(double number) {
    constexpr double one = 1e8, most = 1e6; // more has no such digits, or is money
    return std::abs(number) < most ? std::round(number * one) / one : number;
}

void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t col, XlsxCell const& cell, lxw_format* format) {
    if (auto const* text = std::get_if<std::string>(&cell)) {
        if (!text->empty()) write_text(sheet, row, col, *text, format);
    } else if (auto const* whole = std::get_if<std::int64_t>(&cell)) {
        worksheet_write_number(sheet, row_number(row), col_number(col), static_cast<double>(*whole), format);
    } else if (auto const* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
        worksheet_write_number(sheet, row_number(row), col_number(col), to_eight_decimals(*number), format);
    }
}

/// How a printed page looks: A4 lying, as wide as the table, its head on every page.
void lay_out_pages(lxw_worksheet* sheet, std::size_t head) {
    worksheet_set_paper(sheet, 9);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, row_number(head), row_number(head));
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
}

/// What is wrapped: no program but Excel makes room for it by itself, nor does Excel in cells that are one.
double height_pt(std::string const& text, double width, double per_letter) {
    constexpr double line_pt = 15;
    auto const letters = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });  // UTF-8
    return line_pt * std::max(1.0, std::ceil(per_letter * static_cast<double>(letters) / width)); // broken at words
}

double head_height_pt(XlsxSheet const& from) {
    double height = 0;
    for (auto const& column : from.columns)
        height = std::max(height, height_pt(column.head, column.width, 1.2)); // bold
    return height;
}

/// A line of text under the title runs over the whole table and no farther, so that a printed page is as wide as that.
void write_line(lxw_worksheet* sheet, std::size_t row, std::string const& text, XlsxSheet const& from,
                lxw_format* format) {
    double width = 0;
    for (auto const& column : from.columns) width += column.width;
    if (from.columns.size() > 1)
        worksheet_merge_range(sheet, row_number(row), 0, row_number(row), col_number(from.columns.size() - 1), "",
                              format);
    write_text(sheet, row, 0, text, format);
    if (width > 0) worksheet_set_row(sheet, row_number(row), height_pt(text, width, 1.05), nullptr);
}

void write_table(lxw_worksheet* sheet, XlsxSheet const& from, Formats const& formats) {
    auto const head = head_row(from);
    for (std::size_t c = 0; c < from.columns.size(); ++c) {
        worksheet_set_column(sheet, col_number(c), col_number(c), from.columns[c].width, nullptr);
        write_text(sheet, head, c, from.columns[c].head, formats.head);
    }
    for (std::size_t r = 0; r < from.rows.size(); ++r)
        for (std::size_t c = 0; c < from.columns.size(); ++c)
            write_cell(sheet, head + 1 + r, c, from.rows[r].at(c),
                       formats.of.at(static_cast<std::size_t>(from.columns[c].style)));
    if (from.columns.empty()) return;
    worksheet_set_row(sheet, row_number(head), head_height_pt(from), nullptr);
    auto const last_row = row_number(head + std::max<std::size_t>(from.rows.size(), 1));
    auto const last_col = col_number(from.columns.size() - 1);
    worksheet_freeze_panes(sheet, row_number(head + 1), col_number(from.frozen_columns));
    if (from.filter) worksheet_autofilter(sheet, row_number(head), 0, last_row, last_col);
    lay_out_pages(sheet, head);
}

void add_series(lxw_chart* chart, XlsxSheet const& from, XlsxSheet::Chart const& what, std::size_t column) {
    auto const head = head_row(from);
    auto const first = row_number(head + 1 + what.first), last = row_number(head + 1 + what.last);
    auto* const series = chart_add_series(chart, nullptr, nullptr);
    auto const* const name = from.name.c_str();
    chart_series_set_categories(series, name, first, col_number(what.categories), last, col_number(what.categories));
    chart_series_set_values(series, name, first, col_number(column), last, col_number(column));
    chart_series_set_name_range(series, name, row_number(head), col_number(column));
}

void add_chart(lxw_workbook* book, lxw_worksheet* sheet, XlsxSheet const& from, std::size_t number) {
    auto const& what = from.charts[number];
    bool const line = what.kind == XlsxSheet::Chart::Kind::line;
    auto* const chart =
        workbook_add_chart(book, static_cast<std::uint8_t>(line ? LXW_CHART_LINE : LXW_CHART_COLUMN_STACKED));
    for (auto const column : what.series) add_series(chart, from, what, column);
    chart_title_set_name(chart, what.title.c_str());
    chart_axis_set_name(chart->y_axis, what.axis.c_str());
    if (!what.series.empty() && from.columns.at(what.series.front()).style == XlsxStyle::percent) {
        chart_axis_set_num_format(chart->y_axis, "0%");
        chart_axis_set_max(chart->y_axis, 1);
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    constexpr std::size_t rows_of_a_chart = 16;
    auto const row = head_row(from) + from.rows.size() + 2 + number * rows_of_a_chart;
    worksheet_insert_chart(sheet, row_number(row), 1, chart);
}

void write_sheet(lxw_workbook* book, XlsxSheet const& from, Formats const& formats) {
    auto* const sheet = workbook_add_worksheet(book, from.name.c_str());
    if (sheet == nullptr) throw std::logic_error("write_xlsx: no name of a sheet: " + from.name);
    write_text(sheet, 0, 0, from.title, formats.title);
    for (std::size_t i = 0; i < from.lines.size(); ++i) write_line(sheet, 1 + i, from.lines[i], from, formats.line);
    write_table(sheet, from, formats);
    for (std::size_t i = 0; i < from.charts.size(); ++i) add_chart(book, sheet, from, i);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"); // codes are meant to be text
}

/// libxlsxwriter takes texts of properties that it may write to.
void set_properties(lxw_workbook* book, XlsxBook const& from) {
    std::string title = in_property(from.title), subject = in_property(from.subject), author = "phusong";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.created = created;
    workbook_set_properties(book, &properties);
}

lxw_error write_book(std::filesystem::path const& file, XlsxBook const& from) {
    (void)take_part_failure(); // of an earlier book
    auto* const book = workbook_new(file.c_str());
    if (book == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
    auto const formats = add_formats(book);
    set_properties(book, from);
    try {
        for (auto const& sheet : from.sheets) write_sheet(book, sheet, formats);
    } catch (...) {
        lxw_workbook_free(book);
        throw;
    }
    return workbook_close(book); // frees it, whatever happens
}

} // namespace

std::size_t head_row(XlsxSheet const& sheet) { return sheet.lines.size() + 2; }

void write_xlsx(std::filesystem::path const& file, XlsxBook const& book) {
    auto const folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    auto const temporary = folder / fmt::format(".{}.part", file.filename().string());
    std::error_code ignored;
    auto const error = write_book(temporary, book);
    bool const no_memory = take_part_failure();
    if (error != LXW_NO_ERROR || no_memory) {
        std::filesystem::remove(temporary, ignored);
        if (no_memory) throw std::bad_alloc();
        throw_file_error(file,
                         say("không ghi được bảng tính ({})", "cannot write the workbook ({})", lxw_strerror(error)),
                         {"Kiểm tra chỗ trống và quyền ghi", "check the free space and that you may write there"});
    }
    auto const bytes = read_file(temporary);
    std::filesystem::remove(temporary, ignored);
    write_file(file, bytes);
}

} // namespace phusong::geo::io

#include "sim/study/study_book.h"
#include "geo/io/csv_file.h"
#include "sim/output/labels.h"
#include <charconv>
#include <cmath>

namespace phusong::study {
namespace {

using geo::Language, geo::Message;
using geo::io::XlsxCell, geo::io::XlsxSheet, geo::io::XlsxStyle;

enum class Cells : std::uint8_t { words, year, count, figure, share, correlation };

/// A column of a table, and what stands over it.
struct Wanted {
    std::string_view column;
    Message head;
    Cells cells = Cells::words;
};

XlsxStyle style_of(Cells cells) {
    switch (cells) {
    case Cells::words:
        return XlsxStyle::text;
    case Cells::year:
        return XlsxStyle::year;
    case Cells::count:
        return XlsxStyle::whole;
    case Cells::figure:
    case Cells::correlation:
        return XlsxStyle::decimal_2;
    case Cells::share:
        return XlsxStyle::percent;
    }
    return XlsxStyle::text;
}

/// Shares are shown as percent and money in billions, for one column has figures of many units.
struct Unit {
    double one = 1;
    Message words;
};
Unit unit_of(std::string const& unit) {
    if (unit == "1") return {0.01, {"%", "%"}};
    if (unit == "VND") return {vnd_per_bn, {"tỷ đồng", "billion VND"}};
    return {1, unit_word(unit)};
}

XlsxCell cell_of(Wanted const& wanted, std::string const& text, Unit const& unit, Language language) {
    if (wanted.column == "unit") return unit.words.in(language);
    if (text.empty()) return std::monostate{};
    if (wanted.cells == Cells::words) return text;
    double number = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (wanted.cells == Cells::year || wanted.cells == Cells::count) return static_cast<std::int64_t>(number);
    return wanted.cells == Cells::figure ? number / unit.one : number;
}

/// `csv` is a table of this folder, whose rows `keep` chooses.
template <class Keep>
XlsxSheet sheet_of(std::string const& csv, Message const& name, Message const& title, std::vector<Wanted> const& wanted,
                   Language language, Keep keep) {
    auto const table = geo::io::parse_csv(csv, "table");
    XlsxSheet sheet;
    sheet.name = name.in(language);
    sheet.title = title.in(language);
    sheet.frozen_columns = 2;
    std::vector<std::size_t> from;
    for (auto const& one : wanted) {
        from.push_back(table.column(std::string(one.column)).value());
        bool const long_words = one.column.starts_with("label_") || one.column.starts_with("key_");
        sheet.columns.push_back({one.head.in(language), style_of(one.cells),
                                 one.column == "option" ? 28.0
                                 : long_words           ? 52.0
                                                        : 14.0});
    }
    auto const unit_at = table.column("unit");
    for (auto const& row : table.rows) {
        if (!keep(table, row)) continue;
        auto const unit = unit_of(unit_at ? row.cells[*unit_at] : std::string());
        std::vector<XlsxCell> cells;
        for (std::size_t c = 0; c < wanted.size(); ++c)
            cells.push_back(cell_of(wanted[c], row.cells[from[c]], unit, language));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

constexpr auto every_row = [](geo::io::CsvTable const&, geo::io::CsvTable::Row const&) { return true; };

std::string_view in(Language language, std::string_view vi, std::string_view en) {
    return language == Language::vi ? vi : en;
}

XlsxSheet figures_sheet(Results const& results, Language language) {
    auto const last = std::to_string(results.study.options.front().scenario.years.last);
    auto const headline = [&](geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row) {
        return row.cells[*table.column("year")] == last || !row.cells[*table.column("goal")].empty();
    };
    return sheet_of(percentiles_csv(results), {"Chỉ tiêu và mục tiêu", "Figures and goals"},
                    {"Năm cuối, cả kế hoạch và từng mục tiêu: một phần mười số lượt dưới P10, một nửa dưới P50",
                     "The last year, the whole plan and each goal: a tenth of the runs lie under P10, half under P50"},
                    {{"option", {"Phương án", "Option"}},
                     {in(language, "label_vi", "label_en"), {"Chỉ tiêu", "Indicator"}},
                     {"year", {"Năm", "Year"}, Cells::year},
                     {"unit", {"Đơn vị", "Unit"}},
                     {"p10", {"P10", "P10"}, Cells::figure},
                     {"p50", {"P50 (trung vị)", "P50 (median)"}, Cells::figure},
                     {"p90", {"P90", "P90"}, Cells::figure},
                     {"mean", {"Trung bình", "Mean"}, Cells::figure},
                     {"goal", {"Mục tiêu", "Goal"}, Cells::figure},
                     {"probability", {"Xác suất đạt", "Probability of reaching it"}, Cells::share},
                     {"runs", {"Số lượt", "Runs"}, Cells::count}},
                    language, headline);
}

XlsxSheet sensitivity_sheet(Results const& results, Language language) {
    return sheet_of(
        sensitivity_csv(results), {"Điều gì quyết định", "What matters"},
        {"Khóa không chắc chắn nào làm chỉ tiêu nào thay đổi, và bao nhiêu",
         "Which uncertain key moves which indicator, and how far"},
        {{"option", {"Phương án", "Option"}},
         {in(language, "label_vi", "label_en"), {"Chỉ tiêu", "Indicator"}},
         {"year", {"Năm", "Year"}, Cells::year},
         {"unit", {"Đơn vị", "Unit"}},
         {in(language, "key_vi", "key_en"), {"Điều không chắc chắn", "What is uncertain"}},
         {"key", {"Khóa", "Key"}},
         {"first_order_index",
          {"Phần phương sai (Sobol bậc một)", "Share of the variance (Sobol, first order)"},
          Cells::share},
         {"rank_correlation", {"Tương quan hạng", "Rank correlation"}, Cells::correlation},
         {"mean_lowest_tenth", {"Trung bình khi khóa thấp nhất", "Mean where the key is lowest"}, Cells::figure},
         {"mean_highest_tenth", {"Trung bình khi khóa cao nhất", "Mean where the key is highest"}, Cells::figure}},
        language, every_row);
}

XlsxSheet regret_sheet(Results const& results, Language language) {
    return sheet_of(regret_csv(results), {"Kém phương án tốt nhất", "Behind the best"},
                    {"Mỗi phương án kém phương án tốt nhất của cùng lần rút bao nhiêu",
                     "How far each option stays behind the best one of the same draw"},
                    {{"option", {"Phương án", "Option"}},
                     {in(language, "label_vi", "label_en"), {"Chỉ tiêu", "Indicator"}},
                     {"year", {"Năm", "Year"}, Cells::year},
                     {"unit", {"Đơn vị", "Unit"}},
                     {"mean_regret", {"Trung bình", "On average"}, Cells::figure},
                     {"largest_regret", {"Nhiều nhất", "At most"}, Cells::figure}},
                    language, every_row);
}

XlsxSheet villages_sheet(Results const& results, Language language) {
    return sheet_of(
        villages_csv(results), {"Thôn", "Villages"},
        {"Phần số lượt mà thôn có sóng tốt năm cuối; lượt tốt: đạt nhiều mục tiêu nhất trong lần rút của nó",
         "Share of the runs in which a village has good signal in the last year; good runs reach the most "
         "goals of their draw"},
        {{"village", {"Mã thôn", "Village code"}},
         {"name", {"Thôn", "Village"}},
         {"served_share", {"Mọi lượt", "All runs"}, Cells::share},
         {"served_good_share", {"Các lượt tốt", "Good runs"}, Cells::share},
         {"runs", {"Số lượt", "Runs"}, Cells::count}},
        language, every_row);
}

} // namespace

geo::io::XlsxBook study_book(Results const& results, Language language) {
    Message const title{"Kết quả của loạt tính toán", "Results of the study"};
    geo::io::XlsxBook book{.title = title.in(language), .subject = "phusong batch", .sheets = {}};
    for (auto* const make : {&figures_sheet, &sensitivity_sheet, &regret_sheet, &villages_sheet})
        if (auto sheet = make(results, language); !sheet.rows.empty()) book.sheets.push_back(std::move(sheet));
    return book;
}

} // namespace phusong::study

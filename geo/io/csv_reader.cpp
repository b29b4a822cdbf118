#include "geo/io/csv_file.h"
#include "geo/io/text_check.h"
#include <charconv>
#include <cmath>

namespace phusong::geo::io {
namespace {

/// The whole text as a finite number; from_chars alone would take 700 from "700,5" and stop.
template <class Number> std::optional<Number> whole(std::string const& text) {
    Number value{};
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || text.empty()) return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(value)) return std::nullopt;
    return value;
}

/// "1930" of "1,930", "1234567" of "1.234.567": groups of three after each mark. One point alone is a decimal point.
std::optional<std::string> without_thousands(std::string const& text, char mark) {
    std::string out;
    std::size_t marks = 0, since_mark = 0;
    for (char const c : text) {
        bool const first_group_fits = !out.empty() && since_mark <= 3;
        if (c == mark && (marks == 0 ? first_group_fits : since_mark == 3))
            ++marks, since_mark = 0;
        else if (c >= '0' && c <= '9')
            out += c, ++since_mark;
        else
            return std::nullopt;
    }
    return marks > (mark == '.' ? 1U : 0U) && since_mark == 3 ? std::optional(out) : std::nullopt;
}

/// "700.5" of "700,5" and "1234.5" of "1.234,5".
std::string with_point(std::string const& text) {
    std::string plain;
    bool const decimal_comma = text.find(',') != std::string::npos;
    for (char const c : text)
        if (c == ',')
            plain += '.';
        else if (c != ' ' && !(decimal_comma && c == '.'))
            plain += c;
    return plain;
}

/// What the text was probably meant to be, when a comma or a thousands mark is in the way.
Message number_hint(std::string const& text, double min, double max) {
    auto const fits = [&](std::string const& number) {
        auto const value = whole<double>(number);
        return value && *value >= min && *value <= max;
    };
    auto const plain = with_point(text);
    for (char const mark : {',', '.'})
        if (auto const number = without_thousands(text, mark); number && fits(*number)) {
            if (!whole<double>(plain)) return say("viết {}", "write {}", *number);
            return say("viết {}, không có dấu ngăn hàng nghìn ({} được đọc là {})",
                       "write {}, without a thousands separator ({} is read as {})", *number, plain,
                       *whole<double>(plain));
        }
    if (plain != text && whole<double>(plain)) return say("viết {}", "write {}", plain);
    if (text.empty()) return say("điền một số", "fill in a number");
    return say("chỉ viết chữ số, với dấu chấm thập phân: 700.5", "write digits only, with a decimal point: 700.5");
}

template <class Number> Message not_in_range(std::string const& text, Number min, Number max) {
    return say("là “{}”, phải là số trong khoảng [{}, {}]", "is “{}”, must be a number in [{}, {}]", text, min, max);
}

} // namespace

std::optional<std::vector<std::size_t>> CsvReader::columns(std::vector<std::string> const& names) {
    std::vector<std::size_t> found;
    for (auto const& name : names) {
        if (auto const column = table_.column(name))
            found.push_back(*column);
        else
            problems_.push_back({table_.name, say("thiếu cột “{}”", "column “{}” is missing", name),
                                 did_you_mean(name, table_.columns)});
    }
    if (found.size() != names.size()) return std::nullopt;
    return found;
}

double CsvReader::number(CsvTable::Row const& row, std::size_t column, double min, double max) {
    auto const& cell = text(row, column);
    auto const value = whole<double>(cell);
    if (value && *value >= min && *value <= max) return *value + 0.0; // -0 becomes 0
    problem(row, column, not_in_range(cell, min, max), value ? Message{} : number_hint(cell, min, max));
    return min;
}

int CsvReader::integer(CsvTable::Row const& row, std::size_t column, int min, int max) {
    auto const& cell = text(row, column);
    auto const value = whole<int>(cell);
    if (value && *value >= min && *value <= max) return *value;
    if (!value && whole<double>(cell))
        problem(row, column,
                say("là “{}”, phải là số nguyên trong khoảng [{}, {}]", "is “{}”, must be a whole number in [{}, {}]",
                    cell, min, max));
    else
        problem(row, column, not_in_range(cell, min, max), value ? Message{} : number_hint(cell, min, max));
    return min;
}

void CsvReader::problem(CsvTable::Row const& row, std::size_t column, Message what, Message hint) {
    problems_.push_back(
        {fmt::format("{}:{} {}", table_.name, row.line, table_.columns[column]), std::move(what), std::move(hint)});
}

} // namespace phusong::geo::io

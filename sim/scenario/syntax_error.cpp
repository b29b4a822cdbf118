#include "sim/scenario/syntax_error.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace phusong::toml_text {
namespace {

struct Rule {
    std::string_view says; ///< part of the sentence of toml++
    geo::Message what;
};

/// First match wins, so the particular stand before the general.
std::array<Rule, 13> const& rules() {
    static std::array<Rule, 13> const table{{
        {"Error while parsing string: encountered end-of-file", {"thiếu dấu nháy đóng", "closing quote is missing"}},
        {"Error while parsing array",
         {"danh sách thiếu dấu phẩy hoặc dấu ]", "a comma or the closing ] of the list is missing"}},
        {"Error while parsing inline table",
         {"bảng trong { } viết chưa đúng", "the table in { } is not written correctly"}},
        {"encountered end-of-file", {"tệp kết thúc giữa chừng", "the file ends in the middle of this"}},
        {"expected '='", {"thiếu dấu = sau khóa", "the = after the key is missing"}},
        {"expected value, saw", {"thiếu giá trị sau dấu =", "the value after = is missing"}},
        {"leading zeroes", {"số không được bắt đầu bằng 0 thừa", "a number must not begin with a spare 0"}},
        {"could not be interpreted", {"số quá lớn", "the number is too large"}},
        {"not representable in 64 bits", {"số quá lớn", "the number is too large"}},
        {"nested value depth", {"giá trị lồng nhau quá sâu", "values are nested too deep"}},
        {"escape sequence",
         {"dấu \\ trong dấu nháy kép mang nghĩa khác", "a \\ in double quotes means something else"}},
        {"unicode scalar", {"dấu \\ trong dấu nháy kép mang nghĩa khác", "a \\ in double quotes means something else"}},
        {"table header", {"tiêu đề bảng viết chưa đúng", "the table header is not written correctly"}},
    }};
    return table;
}

std::string_view trimmed(std::string_view s) {
    auto const blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!s.empty() && blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && blank(s.back())) s.remove_suffix(1);
    return s;
}

std::string_view line_of(std::string_view text, int line) {
    for (int k = 1; k < line; ++k) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

/// The head of a CSV table.
bool looks_like_a_table(std::string_view line) {
    return line.find('=') == std::string_view::npos && !trimmed(line).starts_with('[') &&
           !trimmed(line).starts_with('#') && std::ranges::count(line, ',') + std::ranges::count(line, ';') >= 2;
}

/// What stands between the first = and a comment. Good enough for a hint.
std::string_view value_on(std::string_view line) {
    auto const equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    return trimmed(line.substr(equals + 1, line.find('#') - equals - 1));
}

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

geo::Message hint_for(std::string_view value) {
    if (value.empty()) return {};
    if (value.find('\\') != std::string_view::npos)
        return {"Viết đường dẫn bằng dấu / hoặc trong nháy đơn '...'", "write paths with / or in single quotes '...'"};
    auto const number = value.substr(0, value.find_first_not_of("+-0123456789.,_"));
    auto const rest = trimmed(value.substr(number.size()));
    bool const begins_with_digit = !number.empty() && std::ranges::any_of(number, digit);
    auto const commas = std::ranges::count(number, ','), points = std::ranges::count(number, '.');
    if (begins_with_digit && rest.empty() && commas == 1 && points == 0) {
        std::string with_point(number);
        std::ranges::replace(with_point, ',', '.');
        return geo::say("Viết dấu chấm thập phân: {}", "write a point: {}", with_point);
    }
    if (begins_with_digit && rest.empty() && commas + points > 1)
        return {"Không viết dấu ngăn hàng nghìn; có thể dùng gạch dưới: 1_234_567; danh sách viết [1, 2, 3]",
                "write no thousands separators; underscores are fine: 1_234_567; a list is written [1, 2, 3]"};
    if (begins_with_digit && !rest.empty() && (letter(rest[0]) || rest[0] == '%'))
        return {"Chỉ viết con số; đơn vị đã có trong tên khóa (5 % viết là 0.05)",
                "write the number only; its unit is in the name of the key (5 % is 0.05)"};
    if (letter(value[0]))
        return {"Văn bản phải trong dấu nháy; đúng/sai viết là true/false",
                "text belongs in quotes; yes and no are true and false"};
    return {};
}

/// "a . 'b'" as "a.b". Good enough to find a key again.
std::string plain_key(std::string_view written) {
    std::string key;
    for (char const c : written)
        if (c != ' ' && c != '\t' && c != '"' && c != '\'' && c != '\r') key += c;
    return key;
}

/// The full key that a line gives, with the table header in force; updates the header.
std::optional<std::string> key_given(std::string_view line, std::string& header) {
    line = trimmed(line);
    if (line.starts_with('[')) {
        auto const first = line.find_first_not_of('[');
        if (first == std::string_view::npos) return std::nullopt;
        header = plain_key(line.substr(first, line.find(']') - first));
        return header;
    }
    auto const equals = line.find('=');
    if (line.starts_with('#') || equals == std::string_view::npos) return std::nullopt;
    auto const key = plain_key(line.substr(0, equals));
    return header.empty() ? key : header + "." + key;
}

struct Twice {
    std::string key;
    int first_line = 0; ///< 0 = not found
};

Twice find_first(std::string_view text, int second_line) {
    std::vector<std::string> keys;
    std::string header;
    for (int line = 1; line <= second_line; ++line) {
        auto const end = std::min(text.find('\n'), text.size());
        keys.push_back(key_given(text.substr(0, end), header).value_or(""));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    auto const& wanted = keys.back();
    auto const first = std::ranges::find(keys, wanted);
    int const line = static_cast<int>(first - keys.begin()) + 1;
    return {wanted, line < second_line && !wanted.empty() ? line : 0};
}

geo::Problem given_twice(std::string_view text, std::string const& name, Place place) {
    auto const [key, first_line] = find_first(text, place.line);
    if (first_line == 0)
        return {where(name, place, key),
                {"khóa hoặc bảng này đã có ở trên", "this key or table was given before"},
                {"Mỗi khóa chỉ viết một lần trong một tệp", "give each key once in a file"}};
    return {where(name, {place.line, 1}, key), geo::say("đã có ở dòng {}", "was given before, on line {}", first_line),
            geo::say("Giữ lại một trong hai dòng {} và {}", "keep one of lines {} and {}", first_line, place.line)};
}

} // namespace

std::optional<geo::Problem> other_file(std::string_view text, std::string const& name) {
    geo::Message const hint{"hãy đưa tệp kịch bản có nêu tên tệp này", "give the scenario that names this file"};
    if (text.starts_with("PK\x03\x04"))
        return geo::Problem{name,
                            {"đây là tệp Excel hoặc tệp nén, không phải kịch bản (TOML)",
                             "this is a workbook or another packed file, not a scenario (TOML)"},
                            hint};
    if (looks_like_a_table(text.substr(0, text.find('\n'))))
        return geo::Problem{
            where(name, {1, 1}, ""),
            {"đây là một bảng (CSV), không phải kịch bản (TOML)", "this is a table (CSV), not a scenario (TOML)"},
            hint};
    return std::nullopt;
}

geo::Problem syntax_error(std::string_view text, std::string const& name, Place place, std::string_view description) {
    if (description.find("cannot redefine") != std::string_view::npos) return given_twice(text, name, place);
    std::string header;
    auto const line = line_of(text, place.line);
    auto const key = key_given(line, header).value_or("");
    auto const hint = hint_for(value_on(line));
    for (auto const& [says, what] : rules())
        if (description.find(says) != std::string_view::npos) return {where(name, place, key), what, hint};
    return {where(name, place, key), {"giá trị viết không đúng cú pháp TOML", "is not written as TOML wants it"}, hint};
}

} // namespace phusong::toml_text

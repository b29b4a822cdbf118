#include "sim/scenario/text_value.h"
#include "sim/scenario/set_value.h"
#include <algorithm>
#include <fmt/ranges.h>

namespace phusong {

std::string trimmed_text(std::string const& text) {
    auto const first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

namespace {

/// "[1, 2, 3]" of "1,2,3".
std::string as_list(std::string const& text) {
    std::vector<std::string> items;
    for (std::size_t from = 0; from <= text.size();) {
        auto const comma = std::min(text.find(',', from), text.size());
        items.push_back(trimmed_text(text.substr(from, comma - from)));
        from = comma + 1;
    }
    return fmt::format("[{}]", fmt::join(items, ", "));
}

/// "2.5" of "2,5"; empty where the text is no number with a decimal comma.
std::string point_for_comma(std::string text) {
    auto const comma = text.find(',');
    bool const one = comma != std::string::npos && comma > 0 && comma + 1 < text.size() &&
                     text.find(',', comma + 1) == std::string::npos &&
                     text.find_first_not_of("+-0123456789,") == std::string::npos;
    if (!one) return {};
    text[comma] = '.';
    return text;
}

/// What no TOML reader would say well of a value on the command line.
std::optional<geo::Problem> odd_value(Field const& field, std::string const& text, std::string const& where) {
    if (text.find_first_of("\r\n") != std::string::npos)
        return geo::Problem{where,
                            {"có dấu xuống dòng trong giá trị", "holds a line break"},
                            {"Mỗi giá trị một --set riêng", "give each value a --set of its own"}};
    if (trimmed_text(text).empty() && !is_text(field))
        return geo::Problem{where,
                            {"thiếu giá trị sau dấu =", "has no value after ="},
                            {"Viết " + kind_of(field).vi, "write " + kind_of(field).en}};
    bool const numbers = std::holds_alternative<std::vector<double>& (*)(Scenario&)>(field.access);
    auto const point = point_for_comma(trimmed_text(text));
    bool const fractions = numbers || std::holds_alternative<double& (*)(Scenario&)>(field.access);
    if (!point.empty() && fractions)
        return geo::Problem{
            where,
            geo::say("là {}; phần thập phân viết bằng dấu chấm", "is {}; decimals are written with a point", text),
            numbers ? geo::say("có phải là {}? Một danh sách thì viết {}", "did you mean {}? A list is written {}",
                               point, as_list(text))
                    : geo::say("có phải là {}?", "did you mean {}?", point)};
    if (numbers && text.find(',') != std::string::npos && text.find('[') == std::string::npos)
        return geo::Problem{where, geo::say("là {}, không phải một con số", "is {}, which is not one number", text),
                            geo::say("Danh sách viết trong ngoặc vuông: {}; phần thập phân viết bằng dấu chấm",
                                     "write a list in brackets: {}; write a point for decimals", as_list(text))};
    return std::nullopt;
}

} // namespace

std::optional<toml_text::Value> value_of_text(Field const& field, std::string const& text, std::string const& where,
                                              geo::Problems& problems) {
    if (auto odd = odd_value(field, text, where)) {
        problems.push_back(std::move(*odd));
        return std::nullopt;
    }
    bool const written_as_toml = text.starts_with('"') || text.starts_with('\'') || text.starts_with('[');
    auto const line = "value = " + (is_text(field) && !written_as_toml ? toml_text::quoted(text) : text);
    auto parsed = toml_text::parse(line, where);
    for (auto& problem : parsed.problems) problems.push_back({where, problem.what, problem.hint});
    if (!parsed.problems.empty() || parsed.entries.empty()) return std::nullopt;
    return parsed.entries.front().value;
}

} // namespace phusong

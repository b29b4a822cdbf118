// The one unit that sees toml++. Version 3.3 as packaged aborts on a lone `[` while TOML_ASSERT is on and has no limit
// on nesting that fits a small stack; the build leaves -fsanitize=unreachable off for this file (see CMakeLists.txt),
// since 3.3 reaches one in its error message for some letters. check_characters keeps all of these away from it as
// well.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_MAX_NESTED_VALUES 32
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include "sim/scenario/syntax_error.h"
#include "sim/scenario/toml_text.h"
#include <algorithm>
#include <toml++/toml.h>

namespace phusong::toml_text {
namespace {

constexpr std::size_t most_syntax_errors = 20;

Place place_of(toml::source_region const& source) {
    return {static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

std::string joined(std::string const& prefix, std::string_view part) {
    bool const plain = !part.empty() && part.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                               "0123456789_-") == std::string_view::npos;
    auto const written = plain ? std::string(part) : quoted(part);
    return prefix.empty() ? written : prefix + "." + written;
}

Value value_of(toml::node const& node) {
    Value value;
    value.place = place_of(node.source());
    using Kind = Value::Kind;
    if (auto const* truth = node.as_boolean()) return value.kind = Kind::truth, value.truth = truth->get(), value;
    if (auto const* whole = node.as_integer()) return value.kind = Kind::integer, value.integer = whole->get(), value;
    if (auto const* real = node.as_floating_point()) return value.kind = Kind::real, value.real = real->get(), value;
    if (auto const* text = node.as_string()) return value.kind = Kind::text, value.text = text->get(), value;
    if (auto const* list = node.as_array()) {
        value.kind = Kind::list;
        for (auto const& item : *list) value.items.push_back(value_of(item));
        return value;
    }
    value.kind = node.is_table() ? Kind::table : Kind::time;
    return value;
}

/// Tables nest at most a few hundred deep here: check_characters and TOML_MAX_NESTED_VALUES see to it.
void flatten(toml::table const& table, std::string const& prefix, std::vector<Entry>& entries) {
    for (auto const& [key, node] : table) {
        auto const dotted = joined(prefix, key.str());
        entries.push_back({dotted, place_of(key.source()), value_of(node)});
        if (auto const* inner = node.as_table()) flatten(*inner, dotted, entries);
    }
}

/// toml++ stops at the first mistake. A line that begins and ends its value can be left out to find the next ones.
/// False: what follows may belong to this line's value, so more mistakes there could be none.
bool blank_line_by_itself(std::string& text, int line) {
    std::size_t begin = 0;
    for (int k = 1; k < line; ++k) {
        auto const newline = text.find('\n', begin);
        if (newline == std::string::npos) return false;
        begin = newline + 1;
    }
    auto const end = std::min(text.find('\n', begin), text.size());
    auto const content = std::string_view(text).substr(begin, end - begin);
    bool const a_value = content.find('=') != std::string_view::npos;
    if (!a_value || content.find_first_of("[]{}") != std::string_view::npos) return false;
    if (content.find("\"\"\"") != std::string_view::npos || content.find("'''") != std::string_view::npos) return false;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    return true;
}

} // namespace

Parsed parse(std::string_view bytes, std::string const& name) {
    Parsed out;
    if (auto const other = other_file(bytes, name)) return {{}, {*other}};
    out.problems = check_bytes(bytes, name);
    if (out.problems.empty()) out.problems = check_characters(bytes, name);
    if (!out.problems.empty()) return out;
    std::string text(bytes);
    auto result = toml::parse(text);
    while (!result && out.problems.size() < most_syntax_errors) {
        auto const place = place_of(result.error().source());
        auto const description = result.error().description();
        out.problems.push_back(syntax_error(bytes, name, place, description));
        bool const of_many_lines = description.find("array") != std::string_view::npos ||
                                   description.find("inline table") != std::string_view::npos ||
                                   description.find("end-of-file") != std::string_view::npos;
        if (of_many_lines || !blank_line_by_itself(text, place.line)) return out;
        result = toml::parse(text);
    }
    if (!out.problems.empty()) return out;
    flatten(result.table(), "", out.entries);
    std::ranges::stable_sort(out.entries, {}, [](Entry const& e) { return std::pair(e.place.line, e.place.column); });
    return out;
}

} // namespace phusong::toml_text

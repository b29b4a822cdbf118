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

} // namespace

Parsed parse(std::string_view bytes, std::string const& name) {
    Parsed out;
    out.problems = check_bytes(bytes, name);
    if (out.problems.empty()) out.problems = check_characters(bytes, name);
    if (!out.problems.empty()) return out;
    auto const result = toml::parse(bytes);
    if (!result) {
        auto const& error = result.error();
        out.problems.push_back(syntax_error(bytes, name, place_of(error.source()), error.description()));
        return out;
    }
    flatten(result.table(), "", out.entries);
    std::ranges::stable_sort(out.entries, {}, [](Entry const& e) { return std::pair(e.place.line, e.place.column); });
    return out;
}

} // namespace phusong::toml_text

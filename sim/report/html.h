#pragma once
#include "sim/output/xml_text.h"
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace phusong::report {

/// Text that is already HTML. Only `html`, `escaped` and `join` make it, so that no name from a file becomes markup.
struct Html {
    std::string text = {};
    Html& operator+=(Html const& more) {
        text += more.text;
        return *this;
    }
    friend Html operator+(Html a, Html const& b) { return a += b; }
};

[[nodiscard]] inline Html escaped(std::string_view text) { return {xml_text(text)}; }

/// What stands for an argument of `html`: text is escaped, HTML and whole numbers stay.
template <class T> [[nodiscard]] auto harmless(T const& value) {
    if constexpr (std::is_same_v<T, Html>) {
        return std::string_view(value.text);
    } else if constexpr (std::is_convertible_v<T const&, std::string_view>) {
        return xml_text(value);
    } else {
        static_assert(std::is_integral_v<T>, "numbers with decimals are written by report::shown");
        return value;
    }
}

/// The pattern is a literal of this program, every text among the arguments is escaped: html("<b>{}</b>",
/// village.name).
template <class... Args>
[[nodiscard]] Html html(fmt::format_string<decltype(harmless(std::declval<Args const&>()))...> pattern,
                        Args const&... args) {
    return {fmt::vformat(fmt::string_view(pattern), fmt::make_format_args(harmless(args)...))};
}

[[nodiscard]] Html join(std::vector<Html> const& parts, Html const& between = {});

/// JSON that can stand inside a <script>: < > & and the two line separators of JavaScript written as \u escapes.
[[nodiscard]] std::string in_script(std::string json);

[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace phusong::report

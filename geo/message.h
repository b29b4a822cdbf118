#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace phusong::geo {

enum class Language { vi, en };

/// One sentence for a person, in both languages of the program. Written side by side where it is said, so that neither
/// can be forgotten; `say` checks both format strings against the same arguments when the program is compiled.
struct Message {
    std::string vi, en;
    [[nodiscard]] std::string const& in(Language language) const { return language == Language::vi ? vi : en; }
    friend bool operator==(Message const&, Message const&) = default;
};

template <class... Args>
[[nodiscard]] Message say(fmt::format_string<Args const&...> vi, fmt::format_string<Args const&...> en,
                          Args const&... args) {
    return {fmt::format(vi, args...), fmt::format(en, args...)};
}

} // namespace phusong::geo

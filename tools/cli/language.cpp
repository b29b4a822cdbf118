#include "tools/cli/language.h"
#include <algorithm>
#include <cstdlib>
#include <string>

namespace phusong::cli {

using geo::Language;

std::optional<Language> language_of(std::string_view text) {
    auto const name = text.substr(0, text.find_first_of("_.@:-"));
    if (name == "vi") return Language::vi;
    if (name == "en") return Language::en;
    return std::nullopt;
}

Language language_of_environment() {
    for (auto const* variable : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        char const* const value = std::getenv(variable);
        if (auto const language = value ? language_of(value) : std::nullopt) return *language;
    }
    return Language::vi;
}

Language language_of(int argc, char const* const* argv) {
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        std::string_view value;
        if (word.substr(0, 7) == "--lang=") value = word.substr(7);
        if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
        if (value == "vi" || value == "en") return *language_of(value);
    }
    return language_of_environment();
}

bool wants_json(int argc, char const* const* argv) {
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) { return word == "--json"; });
}

} // namespace phusong::cli

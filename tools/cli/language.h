#pragma once
#include "geo/message.h"
#include <optional>
#include <string_view>

namespace phusong::cli {

/// "vi" or "en", also "vi_VN.UTF-8", "en:vi"; nothing for other languages.
[[nodiscard]] std::optional<geo::Language> language_of(std::string_view text);

/// The first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that names one of our languages; else Vietnamese.
[[nodiscard]] geo::Language language_of_environment();

/// The language in which to complain while the command line is still being read: --lang if it is there, else the
/// environment's.
[[nodiscard]] geo::Language language_of(int argc, char const* const* argv);

/// Whether errors of the command line itself should be JSON.
[[nodiscard]] bool wants_json(int argc, char const* const* argv);

} // namespace phusong::cli

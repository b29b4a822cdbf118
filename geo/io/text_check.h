#pragma once
#include "geo/problem.h"
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::geo::io {

/// Length of the well-formed UTF-8 sequence that starts `bytes` (RFC 3629: no overlong forms, no surrogates), or 0.
[[nodiscard]] std::size_t utf8_length(std::string_view bytes);

/// Offset of the first byte that is not well-formed UTF-8.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The Problem of a file that is not UTF-8 text (UTF-16, Latin-1, NUL bytes), or nothing.
[[nodiscard]] std::optional<Problem> not_text(std::string_view bytes, std::string const& shown_name);

/// "did you mean “people”?", or empty when nothing is near.
[[nodiscard]] Message did_you_mean(std::string_view wanted, std::vector<std::string> const& names);

} // namespace phusong::geo::io

#pragma once
#include "geo/message.h"
#include <span>
#include <string>
#include <string_view>

namespace phusong {

/// How the numbers of a column are shown to people.
enum class ColumnKind { code, words, long_words, whole, decimal_1, decimal_2, share, degrees, year, flag };

/// One column of the CSV tables, as people read it.
struct ColumnWords {
    std::string_view column, vi, en;
    ColumnKind kind = ColumnKind::words;
};

/// Every column of every table of a run folder, but value_YEAR, each once (a test holds them against the tables).
[[nodiscard]] std::span<ColumnWords const> column_words();

/// What stands over a column for people: "Dân số có sóng". A year at the end of the name is kept ("value_2025").
/// Errors: a column that is not known keeps its own name and is words.
[[nodiscard]] geo::Message head_of(std::string_view column);
[[nodiscard]] ColumnKind kind_of(std::string_view column);

/// "có", "không", "chưa biết" of "1", "0", "unknown"; anything else stays as it is.
[[nodiscard]] geo::Message flag_words(std::string const& cell);

} // namespace phusong

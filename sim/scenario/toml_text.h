#pragma once
#include "geo/problem.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// TOML text as a flat list of keys and values with their places. Nothing outside toml_parse.cpp sees toml++.
namespace phusong::toml_text {

struct Place {
    int line = 1, column = 1; ///< 1-based; the column counts characters, not bytes
    friend bool operator==(Place, Place) = default;
};

struct Value {
    enum class Kind { truth, integer, real, text, list, table, time };
    Kind kind = Kind::table;
    Place place;
    bool truth = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
    std::vector<Value> items; ///< of a list
};

/// "radio.4g.frequency_mhz" = 1800. Tables are listed too, before what they hold.
struct Entry {
    std::string key; ///< dotted from the root; a part that is not plain (letters, digits, _ and -) stands in quotes
    Place place;     ///< of the key, which is where the eye looks for a misspelling
    Value value;
};

struct Parsed {
    std::vector<Entry> entries; ///< in the order of the file; empty when there are problems
    geo::Problems problems;
};

inline constexpr std::size_t max_bytes = 1024 * 1024;
inline constexpr std::size_t max_line_bytes = 4096;
inline constexpr int max_depth = 32;

/// Problems of the bytes themselves: empty, too large, too long a line, not UTF-8 (UTF-16 and Latin-1 are recognised),
/// control characters. A byte order mark and CRLF are fine.
[[nodiscard]] geo::Problems check_bytes(std::string_view bytes, std::string const& shown_name);

/// Problems of the characters, found by a scan that knows strings and comments: letters with marks, curly quotes and
/// invisible characters outside quotes; a lone `[`; keys nested too deep; decimal commas; decomposed letters (Unicode
/// NFD, refused everywhere but in comments, because two spellings of one name would be two names).
/// `text` has passed check_bytes. toml++ 3.3 answers some of these with undefined behaviour, so they never reach it.
[[nodiscard]] geo::Problems check_characters(std::string_view text, std::string const& shown_name);

/// Parses TOML 1.0 after both checks above. nan, inf and -0.0 are numbers here; set_value refuses them.
/// Errors: none thrown for any bytes; a syntax error is one problem and no entries.
[[nodiscard]] Parsed parse(std::string_view bytes, std::string const& shown_name);

/// A value as people read it, without quotes; a list by commas.
[[nodiscard]] std::string shown(Value const& value);

/// "file.toml:12:9 radio.4g.frequency_mhz"
[[nodiscard]] std::string where(std::string const& shown_name, Place place, std::string const& key = {});

/// A basic TOML string with quotes and escapes.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace phusong::toml_text

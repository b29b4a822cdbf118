#pragma once
#include "sim/scenario/scenario.h"
#include <map>
#include <string>
#include <string_view>

namespace phusong {

/// What the comments of a scenario file say of its values, by the line (from 1) on which a value stands: the comment
/// lines right above it and the comment behind it, and no others: a comment speaks of the key beneath it. A value that
/// has neither takes what is said of its section, "[radio.2g] BCCH, GSM 900": the comment behind the section's head, or
/// the one right beneath the head when an empty line follows it. `#:schema` and the like are for editors and no source.
/// `file` names the file itself, but where a comment has the form that `source_comment` writes, it names the file that
/// this one was resolved from, and what stands behind the value is no source.
[[nodiscard]] std::map<int, ValueSource> notes_of_lines(std::string_view toml, std::string const& file);

/// One comment line from which notes_of_lines reads the same source again: "# source [x.toml] 8,000 USD/km".
/// Nothing is the program's own value, which no file gave.
[[nodiscard]] std::string source_comment(ValueSource const* source);

} // namespace phusong

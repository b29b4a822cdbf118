#pragma once
#include "sim/scenario/scenario.h"
#include <map>
#include <string>
#include <string_view>

namespace phusong {

/// What the comments of a scenario file say of its values, by the line (from 1) on which a value stands: the comment
/// lines right above it and the comment behind it. A value that has neither takes the lines above the keys that it
/// follows without an empty line, as one comment often speaks of several keys; a table's header ends that. `file` names
/// the file itself, but where a comment has the form that `source_comment` writes, it names the file that this one was
/// resolved from, and what stands behind the value is no source.
[[nodiscard]] std::map<int, ValueSource> notes_of_lines(std::string_view toml, std::string const& file);

/// One comment line from which notes_of_lines reads the same source again: "# source [x.toml] 8,000 USD/km".
/// Nothing is the program's own value, which no file gave.
[[nodiscard]] std::string source_comment(ValueSource const* source);

} // namespace phusong

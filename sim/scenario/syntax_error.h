#pragma once
#include "sim/scenario/toml_text.h"
#include <optional>

namespace phusong::toml_text {

/// What toml++ found wrong (an English sentence) as a problem that a planner can mend: in both languages, with the
/// place kept, the first line of a duplicate key, and a hint from what stands on the line (`700,5`, `700 MHz`,
/// `C:\Users`).
[[nodiscard]] geo::Problem syntax_error(std::string_view text, std::string const& shown_name, Place place,
                                        std::string_view description);

/// The whole of a file that is no TOML at all: a table (CSV) or a packed file (a workbook of Excel). Nothing = it may
/// be TOML.
[[nodiscard]] std::optional<geo::Problem> other_file(std::string_view text, std::string const& shown_name);

} // namespace phusong::toml_text

#pragma once
#include "sim/scenario/toml_text.h"

namespace phusong::toml_text {

/// What toml++ found wrong (an English sentence) as a problem that a planner can mend: in both languages, with the
/// place kept, the first line of a duplicate key, and a hint from what stands on the line (`700,5`, `700 MHz`,
/// `C:\Users`).
[[nodiscard]] geo::Problem syntax_error(std::string_view text, std::string const& shown_name, Place place,
                                        std::string_view description);

} // namespace phusong::toml_text

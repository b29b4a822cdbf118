#pragma once
#include "geo/problem.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/toml_text.h"
#include <optional>
#include <string>

namespace phusong {

/// A value as people type it behind --set or into a cell of a table: TOML, or bare text where text is wanted and no
/// TOML string or list stands. Nothing, and problems at `where`, when it is neither.
[[nodiscard]] std::optional<toml_text::Value> value_of_text(Field const& field, std::string const& text,
                                                            std::string const& where, geo::Problems& problems);

/// Without blanks and tabs around it.
[[nodiscard]] std::string trimmed_text(std::string const& text);

} // namespace phusong

#pragma once
#include "geo/problem.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/toml_text.h"

namespace phusong {

/// Writes one value into the scenario, if it has the right type and lies in the range of its field; else tells why not
/// at `where`. A single number is taken where a list of numbers is wanted, a single path where a list of paths is.
/// Paths are only written down (`written`, `where`); nothing is looked up on the disk.
void set_value(Scenario& scenario, Field const& field, toml_text::Value const& value, std::string const& where,
               geo::Problems& problems);

/// What belongs in a field, for messages and the reference: "a number", "text in quotes".
[[nodiscard]] geo::Message kind_of(Field const& field);

/// True for fields whose value is text in the file: names, choices, paths.
[[nodiscard]] bool is_text(Field const& field);

} // namespace phusong

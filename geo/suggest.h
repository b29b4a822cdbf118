#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace phusong::geo {

/// Fewest letters to insert, delete, replace or swap with a neighbour to turn `a` into `b`.
/// Source: optimal string alignment (restricted Damerau-Levenshtein) distance.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b);

/// The name that was probably meant, or nothing when none is near (more than about a third of its letters differ).
/// Capital and small letters are the same here.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view wrong, std::span<std::string const> names);

} // namespace phusong::geo

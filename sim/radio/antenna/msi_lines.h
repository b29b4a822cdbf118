#pragma once
#include "geo/problem.h"
#include "sim/radio/antenna/pattern.h"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusong {

/// A line as words. Tabs and the carriage return of Windows are blanks; empty lines are left out.
struct MsiLine {
    std::size_t number;
    std::vector<std::string> words;
};
[[nodiscard]] std::vector<MsiLine> msi_lines(std::string_view text);

[[nodiscard]] std::string capitals(std::string text);
[[nodiscard]] bool starts_like_a_number(MsiLine const& line);

/// The rows "angle attenuation" under the line `head`, which says HORIZONTAL or VERTICAL. Adds what is wrong with them
/// to `problems`; of a hopeless cut only the first mistakes and how many there are.
[[nodiscard]] AntennaCut read_msi_cut(std::string const& file_name, MsiLine const& head, std::span<MsiLine const> rows,
                                      geo::Problems& problems);

} // namespace phusong

#pragma once
#include "sim/compare/compare.h"

namespace phusong {

/// For each key that differs anywhere: how many pairs of options differ in it alone, and how many of those have equal
/// result tables. Keys without such a pair are left out.
[[nodiscard]] std::vector<Lever> levers(std::vector<Option> const& options);

/// Options other than the baseline whose result tables are the baseline's, with the keys that differ.
[[nodiscard]] std::vector<Idle> idle_options(std::vector<Option> const& options, std::size_t baseline);

/// Keys (and "file NAME") in which two options differ, ascending.
[[nodiscard]] std::vector<std::string> changed_keys(Option const& a, Option const& b);

} // namespace phusong

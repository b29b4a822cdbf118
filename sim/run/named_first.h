#pragma once
#include <string>
#include <vector>

namespace phusong {

/// The first five with commas between, and "…" where there are more: for notes beside a table that has them all.
[[nodiscard]] std::string named_first(std::vector<std::string> const& list);

} // namespace phusong

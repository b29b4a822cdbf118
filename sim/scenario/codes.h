#pragma once
#include <string>
#include <vector>

namespace phusong {

/// "00688, 00691" → {"00688", "00691"}: what stands between the commas, without the spaces around it; empty parts are
/// left out.
[[nodiscard]] std::vector<std::string> codes_by_comma(std::string const& list);

} // namespace phusong

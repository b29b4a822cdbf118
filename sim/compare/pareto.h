#pragma once
#include <array>
#include <vector>

namespace phusong {

/// One option by three aims, of each of which more is better; NaN = not known.
using ThreeAims = std::array<double, 3>;

/// Which options nobody surpasses: no other one is as good in all three aims and better in one. An option of which an
/// aim is not known is on no front and surpasses nobody.
[[nodiscard]] std::vector<bool> pareto_front(std::vector<ThreeAims> const& options);

} // namespace phusong

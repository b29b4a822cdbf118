#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

namespace phusong {

/// The value that a share of `values` lies under, linear between order statistics (Hyndman and Fan 1996, type 7).
/// At least one value.
[[nodiscard]] inline double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    double const at = share * static_cast<double>(values.size() - 1);
    auto const low = static_cast<std::size_t>(at);
    auto const high = std::min(low + 1, values.size() - 1);
    return values[low] + (at - static_cast<double>(low)) * (values[high] - values[low]);
}

} // namespace phusong

#pragma once
#include <cstdint>
#include <vector>

namespace phusong::synthesize {

/// Whole numbers in proportion to `weights` that sum to `total` exactly, each at least `least`.
/// Source: largest remainder (Hamilton's method); equal remainders go to the lower index.
[[nodiscard]] std::vector<int> spread(std::vector<double> const& weights, int total, int least = 0);

/// Seats of a divisor method with bounds: every entry starts at its `least` and one after another is added where
/// weight / (count + 1) is largest, until the sum is `total`. Source: D'Hondt. Equal quotients go to the lower index.
/// Errors: InputError when the bounds allow no such sum.
struct Bounds {
    int least = 0, most = 0;
};
[[nodiscard]] std::vector<int> allot(std::vector<double> const& weights, std::vector<Bounds> const& bounds, int total);

} // namespace phusong::synthesize

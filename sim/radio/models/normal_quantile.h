#pragma once

namespace phusong {

/// Inverse of the standard normal distribution function: the x that a normal variable does not exceed with probability
/// `p`. Exact to some 1e-14: recommendations that give an approximation (P.1057, ITM) are met within theirs.
/// Units:   p in (0, 1).
/// Errors:  none; NaN outside (0, 1).
[[nodiscard]] double normal_quantile(double p);

} // namespace phusong

#pragma once
#include <span>
#include <vector>

namespace phusong::study {

/// Sum in order over count; NaN of none.
[[nodiscard]] double mean(std::span<double const> values);

/// Spearman's rank correlation, ties at their mean rank; NaN when one of the two never changes.
[[nodiscard]] double rank_correlation(std::span<double const> x, std::span<double const> y);

/// Share of the variance of y that goes away when x is known: variance of the means of y in `bins` equal parts of the
/// draws ordered by x, less what chance alone would give, over the variance of y; in [0, 1]. An estimate from given
/// data of Sobol's first-order index. Source: Plischke, Borgonovo, Smith 2013, eq. 8. NaN when y never changes.
[[nodiscard]] double first_order_index(std::span<double const> x, std::span<double const> y, std::size_t bins);

} // namespace phusong::study

#pragma once
#include "sim/compare/compare.h"

namespace phusong {

/// What options say of a criterion, with differences that mean nothing taken out, so that neither rank nor front hangs
/// on them. The best value is taken by all that stay behind it by less than one step of the last digit that is shown
/// (0.1 percentage point, 0.1 billion VND, 0.01 subscribers per 100, one goal or project) or, of money, 0.5 % of it;
/// and between a run and a drawn study by all where the run lies within P10 and P90 of the study. The best of the rest
/// then does the same. NaN = not known, and stays so.
[[nodiscard]] std::vector<double> levelled(std::vector<Option> const& options, Criterion criterion);

} // namespace phusong

#pragma once
#include "sim/solve/milp/milp.h"
#include "sim/solve/plan/investment.h"

namespace phusong::solve {

/// Values are divided by this in the programme, so that its numbers stay near 1.
[[nodiscard]] double value_unit(Investment const& problem);

/// The plan as an integer programme: column_of(i, m, t) is 1 when place i is built by m in year t or before. In these
/// sums the rule "a parent no later than its child" is one row a year and the tightest there is.
[[nodiscard]] Milp programme_of(Investment const& problem);
[[nodiscard]] inline std::uint32_t column_of(Investment const& problem, Node place, Means means, std::uint32_t year) {
    return (2 * place + static_cast<std::uint32_t>(means)) * problem.years() + year;
}

[[nodiscard]] std::vector<double> columns_from(Investment const& problem, std::vector<Build> const& builds);
[[nodiscard]] std::vector<Build> builds_from(Investment const& problem, std::vector<double> const& columns);

} // namespace phusong::solve

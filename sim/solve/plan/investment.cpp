#include "sim/solve/plan/investment.h"

namespace phusong::solve {

Cost value_of(Investment const& problem, Node place, Build build) {
    Cost years = 0;
    for (std::uint32_t t = build.year; t < problem.years(); ++t) years += problem.discounts[t];
    return years * problem.places[place].benefit[static_cast<std::size_t>(build.means)];
}

std::optional<std::vector<Cost>> left_of(Investment const& problem, std::vector<Build> const& builds) {
    auto left = problem.budgets;
    for (Node i = 0; i < builds.size(); ++i) {
        auto const& place = problem.places[i];
        if (builds[i].year == nothing) continue;
        left[builds[i].year] -= place.cost[static_cast<std::size_t>(builds[i].means)];
        if (builds[i].means == Means::microwave || place.parent == nothing) continue;
        auto const& parent = builds[place.parent];
        if (parent.means != Means::fibre || parent.year == nothing || parent.year > builds[i].year) return std::nullopt;
    }
    for (Cost money : left)
        if (money < 0) return std::nullopt;
    return left;
}

} // namespace phusong::solve

#include "sim/solve/plan/programme.h"
#include <algorithm>

namespace phusong::solve {

double value_unit(Investment const& problem) {
    Cost most = 1;
    for (auto d : problem.discounts) most = std::max(most, d);
    return static_cast<double>(most);
}

Milp programme_of(Investment const& problem) {
    Milp milp;
    auto const years = problem.years();
    double const unit = value_unit(problem);
    std::vector<std::uint32_t> budget_row;
    for (auto b : problem.budgets) budget_row.push_back(milp.add_row({-no_limit, static_cast<double>(b)}));
    for (Node i = 0; i < problem.places.size(); ++i)
        for (auto m : both_means)
            for (std::uint32_t t = 0; t < years; ++t) {
                auto const o = static_cast<std::size_t>(m);
                auto const& place = problem.places[i];
                double const worth = static_cast<double>(place.benefit[o]) * static_cast<double>(problem.discounts[t]);
                double const cost = static_cast<double>(place.cost[o]);
                auto const y = milp.add_column({-worth / unit, 0, 1, true});
                if (cost != 0) milp.add(budget_row[t], y, cost);
                if (t + 1 == years) continue;
                if (cost != 0) milp.add(budget_row[t + 1], y, -cost);
                auto const row = milp.add_row({-no_limit, 0}); // what is built stays built
                milp.add(row, y, 1);
                milp.add(row, y + 1, -1);
            }
    for (Node i = 0; i < problem.places.size(); ++i) {
        auto const once = milp.add_row({-no_limit, 1});
        for (auto m : both_means) milp.add(once, column_of(problem, i, m, years - 1), 1);
        auto const parent = problem.places[i].parent;
        for (std::uint32_t t = 0; parent != nothing && t < years; ++t) {
            auto const row = milp.add_row({-no_limit, 0});
            milp.add(row, column_of(problem, i, Means::fibre, t), 1);
            milp.add(row, column_of(problem, parent, Means::fibre, t), -1);
        }
    }
    return milp;
}

std::vector<double> columns_from(Investment const& problem, std::vector<Build> const& builds) {
    std::vector<double> out(problem.places.size() * 2 * problem.years());
    for (Node i = 0; i < builds.size(); ++i)
        for (std::uint32_t t = builds[i].year; t < problem.years(); ++t)
            out[column_of(problem, i, builds[i].means, t)] = 1;
    return out;
}

std::vector<Build> builds_from(Investment const& problem, std::vector<double> const& columns) {
    std::vector<Build> out(problem.places.size());
    for (Node i = 0; i < out.size(); ++i)
        for (auto m : both_means)
            for (std::uint32_t t = 0; t < problem.years() && out[i].year == nothing; ++t)
                if (columns[column_of(problem, i, m, t)] > 0.5) out[i] = {t, m};
    return out;
}

} // namespace phusong::solve

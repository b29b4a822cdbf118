#pragma once
#include "geo/problem.h"
#include "sim/study/results.h"
#include "sim/study/study.h"
#include <string>
#include <vector>

namespace phusong::study {

/// One option of the grid of budgets and policies.
struct GridPoint {
    std::string name; ///< "×0.5, villages_first": budgets times 0.5
    std::vector<Setting> settings;
};

/// Both purses' budgets times each share, by every policy that a scenario can be run by without a list of places, and
/// those too where it has one. Order: shares as given, policies as the scenario's reference lists them.
/// Units: shares of the scenario's budgets, 1 = as they are. Errors: a Problem for a share that is no number from 0 to
/// 100, and where the grid is more than budgets and policy of the scenario can take.
[[nodiscard]] std::vector<GridPoint> front_grid(Scenario const& scenario, std::vector<double> const& budget_shares,
                                                geo::Problems& problems);

/// What an option is on the front by; worked out from medians over the draws, NaN = not known.
struct FrontRow {
    std::size_t option = 0;
    double newly_covered_people = 0; ///< of the last year's people: by 4G or 5G in the last year, not in the base year
    double operators_vnd = 0, public_vnd = 0, spent_vnd = 0; ///< of the whole plan
    double worst_tenth_share = 0; ///< people with 4G or 5G in the worst-served tenth of communes, last year
    bool on_front = false;        ///< most people, least money of both purses, best worst tenth: pareto_front
};
/// In the order of the options.
[[nodiscard]] std::vector<FrontRow> front_rows(Results const& results);
[[nodiscard]] std::string front_csv(Results const& results);

} // namespace phusong::study

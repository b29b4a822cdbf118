#pragma once
#include "geo/problem.h"
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include "sim/targets/indicator.h"
#include <optional>

namespace phusong {

/// A second way of one institution, of the plan's last year: whether there is one that shares nothing with the first,
/// and the share of the time in which one of the two works.
struct SecondAccess {
    std::uint32_t institution = 0;
    bool apart = false;
    double availability_share = 0;
};

/// Villages of each commune, ascending. Shape: [commune].
[[nodiscard]] std::vector<std::vector<std::uint32_t>> villages_of_communes(World const& world);

/// What the indicators are computed from.
struct Evidence {
    World const& world;
    Scenario const& scenario;
    std::vector<std::vector<VillageSignal>> const& villages; ///< [year − base][village]
    std::vector<std::vector<bool>> const& village_fibre;
    Subscribers const& subscribers;
    std::vector<SecondAccess> const* second_access = nullptr; ///< of the plan's network; nothing = not planned
    std::vector<std::vector<std::uint32_t>> villages_of = villages_of_communes(world);
};

/// One indicator: a rule that gives a number for every year, or NaN where the data that it needs are not given: what is
/// unknown is never 0.
struct Indicator {
    std::string_view name, unit;
    geo::Message rule; ///< how it is computed, one sentence
    double (*value)(Evidence const&, int year_index);
    bool counts_subscribers = false; ///< so that draws of subscribers give it an interval
};
[[nodiscard]] std::vector<Indicator> const& indicators();

/// Whether a commune meets New Rural criterion 8 at the end of a year, by the rule of the indicator; nothing where that
/// hangs on postal points or offices and none of them are given.
[[nodiscard]] std::optional<bool> meets_rural_criterion_8(Evidence const& evidence, int year_index, CommuneId commune);

/// Why so many communes meet New Rural criterion 8 at the end of a year and no more. Shape: the four add up to all
/// communes.
struct Criterion8Count {
    int certified = 0;     ///< in the base year, as published
    int by_plan = 0;       ///< not certified, and the last village was served only since
    int lacking_other = 0; ///< every village was served in the base year, and yet not certified: something else lacks
    int unserved = 0;      ///< some village still has no good signal or no Internet, or post or office lack
};
[[nodiscard]] Criterion8Count criterion_8_count(Evidence const& evidence, int year_index);
/// What the figure of a goal is made of, in a sentence, where it would surprise otherwise: that of criterion 8 in years
/// after the base year. Nothing for the others.
[[nodiscard]] std::optional<geo::Message> figure_in_parts(GoalResult const& result, Evidence const& evidence);

/// A calibrated figure meets its own goal: rounding in the ninth digit is no miss. NaN meets none.
[[nodiscard]] bool reaches_goal(double value, double goal, bool at_least);

/// What would bring the goals nearer that are not reached or unknown.
[[nodiscard]] OpenGoals open_goals(std::vector<GoalResult> const& goals);

/// Reads the goals. Errors: InputError (unknown indicator with a suggestion, year outside the scenario, …).
[[nodiscard]] std::vector<Goal> read_goals(Scenario const& scenario);

/// With draws of subscribers, goals of planned years that count subscribers get their intervals.
[[nodiscard]] std::vector<GoalResult> evaluate(std::vector<Goal> const& goals, Evidence const& evidence,
                                               std::vector<Subscribers> const& draws = {});
/// Results of `evaluate` when only subscribers and what people do with their lines have changed since: goals that count
/// subscribers anew, without intervals; the others stay.
void evaluate_again(std::vector<GoalResult>& results, Evidence const& evidence);

} // namespace phusong

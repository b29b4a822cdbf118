#pragma once
#include "geo/message.h"
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong {

/// Where a goal comes from: a published figure, a published sentence read as a figure, or nobody but the planner.
enum class GoalBasis : std::uint8_t { published, reading, assumption };
inline constexpr std::array<std::string_view, 3> goal_basis_names{"published", "reading", "assumption"};
[[nodiscard]] constexpr std::string_view name(GoalBasis basis) {
    return goal_basis_names[static_cast<std::size_t>(basis)];
}

/// One goal as the province wrote it: a row of the targets table.
struct Goal {
    std::string id, indicator; ///< indicator: the name of one of indicators()
    int year = 0;
    bool at_least = true; ///< false: at most
    double value = 0;
    std::string unit;
    geo::Message label;
    std::string source;
    std::string where; ///< "targets.csv:7"
    GoalBasis basis = GoalBasis::published;
};

struct GoalResult {
    Goal goal;
    std::vector<double> value;    ///< [year − base]; NaN = unknown, for want of data
    std::vector<double> p10, p90; ///< [year − base], by draws; empty where nothing is drawn
    double gap = 0;       ///< value − goal in the goal's year, negative = missed (for at_least); NaN = unknown
    bool reached = false; ///< false also when the gap is unknown
    bool certain = true;  ///< both ends of the interval say what `reached` says; where nothing is drawn, true
    double drawn_reached_share = 0; ///< of the draws; means nothing where nothing is drawn
    std::optional<int> first_year_reached;
    [[nodiscard]] bool known() const { return !std::isnan(gap); }
    /// The gap as a percentage of the goal; NaN when that is unknown or the goal is 0.
    [[nodiscard]] double gap_percent() const {
        return goal.value != 0 ? 100 * gap / std::abs(goal.value) : std::nan("");
    }
};

} // namespace phusong

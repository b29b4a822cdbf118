#pragma once
#include "geo/message.h"
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace phusong {

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
};

struct GoalResult {
    Goal goal;
    std::vector<double> value;    ///< [year − base]; NaN = unknown, for want of data
    std::vector<double> p10, p90; ///< [year − base], by draws; empty where nothing is drawn
    double gap = 0;       ///< value − goal in the goal's year, negative = missed (for at_least); NaN = unknown
    bool reached = false; ///< false also when the gap is unknown
    std::optional<int> first_year_reached;
    [[nodiscard]] bool known() const { return !std::isnan(gap); }
    /// The gap as a percentage of the goal; NaN when that is unknown or the goal is 0.
    [[nodiscard]] double gap_percent() const {
        return goal.value != 0 ? 100 * gap / std::abs(goal.value) : std::nan("");
    }
};

} // namespace phusong

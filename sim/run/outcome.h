#pragma once
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include "sim/targets/indicator.h"
#include <functional>
#include <vector>

namespace phusong {

/// Results of one run. Shapes: [year − base] outermost.
struct Outcome {
    std::vector<std::vector<VillageSignal>> villages; ///< [year − base][village]
    std::vector<std::vector<bool>> village_fibre;     ///< [year − base][village]
    Candidates candidates;
    Plan plan;
    std::array<TakeUpCurve, service_count> curves;
    ReachedShares reached;
    Subscribers subscribers;
    std::vector<GoalResult> goals;
    std::uint64_t samples_without_terrain = 0;
    std::vector<geo::Message> notes;
};

} // namespace phusong

#pragma once
#include "sim/adoption/adoption.h"
#include "sim/rollout/rollout.h"
#include "sim/run/goal_gap.h"
#include "sim/run/network_plan.h"
#include "sim/run/site_load.h"
#include "sim/targets/indicator.h"
#include <functional>
#include <optional>
#include <vector>

namespace phusong {

/// What the plan costs over its years at other prices, take-up and rates.
struct CostDraw {
    double operators_vnd = 0, public_vnd = 0;
    /// The most that a purse lacks at the end of a year; 0 when it is enough.
    double operators_short_vnd = 0, public_short_vnd = 0;
    [[nodiscard]] double all_vnd() const { return operators_vnd + public_vnd; }
};
/// The uncertain key that the cost follows most closely.
struct CostDriver {
    std::string key;
    double share = 0; ///< squared rank correlation of its draws with what both purses pay
};
struct CostDraws {
    std::vector<CostDraw> list;
    std::size_t left_out = 0;              ///< under which the base year could not be what it is
    std::optional<CostDriver> driver = {}; ///< nothing of under 30 draws, and where the cost never changes
};

/// Results of one run. Shapes: [year − base] outermost.
struct Outcome {
    std::vector<std::vector<VillageSignal>> villages;  ///< [year − base][village]
    std::vector<std::vector<bool>> village_fibre;      ///< [year − base][village]
    std::vector<std::vector<double>> fixed_line_share; ///< [year − base][village], of its people: fibre or by radio
    Candidates candidates;
    Plan plan;
    NetworkPlan network;
    std::array<TakeUpCurve, service_count> curves;
    ReachedShares reached;
    Subscribers subscribers;
    Subscribers subscribers_without_plan;      ///< had nothing of the plan been built: what would have come anyway
    std::vector<Subscribers> subscriber_draws; ///< what could be; empty without errors in the scenario
    CostDraws cost_draws;                      ///< study::cost_draws; empty where nothing of the kind is uncertain
    std::vector<SiteLoad> site_load;           ///< every site with data, by year
    std::vector<std::vector<std::optional<bool>>> rural_criterion_8; ///< [year − base][commune]; nothing = unknown
    std::vector<GoalResult> goals;
    std::vector<GoalGap> gaps; ///< of the goals missed, in their order
    std::uint64_t samples_without_terrain = 0;
    std::vector<geo::Message> notes;
};

} // namespace phusong

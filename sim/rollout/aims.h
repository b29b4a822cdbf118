#pragma once
#include "sim/rollout/rollout.h"
#include <cstddef>
#include <vector>

namespace phusong {

/// What a plan is worth, by its policy: person-years of the planned years. A person counts from the year on in which
/// the first signal, the first 4G or 5G, or fibre arrives, each with its weight; what the policy puts first counts
/// `rollout.favoured_weight` times. See docs/models.md, "What a plan is worth".
struct Aims {
    double signal = 1, broadband = 0, fibre = 0;
    double village = 0; ///< of a village whose signal becomes good, in people; 0 but for villages_first, targets_first
    std::vector<double> village_factor; ///< per village: of its people
    std::vector<double> year_factor;    ///< per planned year and one 0: growth since the census, summed to the last one
};

[[nodiscard]] Aims aims_of(World const& world, Scenario const& scenario, OpenGoals open_goals = {});

} // namespace phusong

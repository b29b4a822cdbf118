#include "sim/rollout/aims.h"

namespace phusong {
namespace {

double mean_people(World const& world) {
    double sum = 0;
    for (auto const& village : world.villages) sum += village.people;
    return world.villages.empty() ? 0 : sum / static_cast<double>(world.villages.size());
}

} // namespace

Aims aims_of(World const& world, Scenario const& scenario, OpenGoals open_goals) {
    auto const& rollout = scenario.rollout;
    Aims aims;
    aims.broadband = aims.fibre = rollout.broadband_person_weight;
    if (rollout.policy == Policy::fibre_first) aims.fibre *= rollout.favoured_weight;
    if (rollout.policy == Policy::villages_first) aims.village = rollout.favoured_weight * mean_people(world);
    if (rollout.policy == Policy::targets_first) {
        if (open_goals.signal) {
            aims.signal *= rollout.favoured_weight;
            aims.village = rollout.favoured_weight * mean_people(world);
        }
        if (open_goals.broadband) aims.broadband *= rollout.favoured_weight;
        if (open_goals.fixed_lines) aims.fibre *= rollout.favoured_weight;
    }
    aims.village_factor.assign(world.villages.size(), 1.0);
    aims.year_factor.assign(static_cast<std::size_t>(scenario.years.planned()) + 1, 0.0);
    for (auto y = aims.year_factor.size() - 1; y-- > 0;)
        aims.year_factor[y] =
            aims.year_factor[y + 1] + world.growth_since_census(scenario.years.first + static_cast<int>(y));
    return aims;
}

} // namespace phusong

#include "sim/rollout/good_technologies.h"

namespace phusong {

std::vector<TechnologySet> good_technologies(World const& world, Radio const& radio, SignalMaps const& maps) {
    std::vector<TechnologySet> good(world.people.size());
    for (auto technology : technologies) {
        auto const& best_dbm = maps.best_dbm[index(technology)];
        auto const threshold_dbm = static_cast<float>(radio.budget[index(technology)].threshold_dbm);
        for (std::size_t i = 0; i < good.size(); ++i) // NaN, no signal, is not >= anything
            if (best_dbm.at(world.people[i].cell) >= threshold_dbm) good[i].add(technology);
    }
    return good;
}

} // namespace phusong

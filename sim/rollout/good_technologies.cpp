#include "sim/rollout/good_technologies.h"

namespace phusong {
namespace {

TechnologySet good_in(std::uint32_t cell, Radio const& radio, SignalMaps const& maps) {
    TechnologySet good;
    for (auto t : technologies) // NaN, no signal, is not >= anything
        if (maps.best_dbm[index(t)].at(cell) >= static_cast<float>(radio.budget[index(t)].threshold_dbm)) good.add(t);
    return good;
}

} // namespace

std::vector<TechnologySet> good_technologies(World const& world, Radio const& radio, SignalMaps const& maps) {
    std::vector<TechnologySet> good;
    for (auto const& inhabited : world.people) good.push_back(good_in(inhabited.cell, radio, maps));
    return good;
}

std::vector<TechnologySet> good_at_halls(World const& world, Radio const& radio, SignalMaps const& maps) {
    std::vector<TechnologySet> good;
    for (auto const& village : world.villages) {
        auto const cell = world.grid.cell_at(village.xy);
        good.push_back(cell ? good_in(*cell, radio, maps) : TechnologySet{});
    }
    return good;
}

} // namespace phusong

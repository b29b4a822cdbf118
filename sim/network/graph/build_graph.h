#pragma once
#include "geo/progress.h"
#include "sim/network/graph/rollout_graph.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace phusong {

/// Lays the rollout graph of a province. Roads are parted where they cross and where a place, a terrain step or a road
/// that ends near meets them; terrain steps are laid around places; each place is joined to the nearest road within
/// reach and to the terrain steps around it; what still stands apart is joined by the shortest steps over land. Every
/// place of the World and every one of `extra` has its node.
/// Errors:  none; what had to be joined and where terrain was missing is told in `notes`.
/// Source:  docs/models.md, "The rollout graph".
/// Threads: prices are found in parallel; the result does not depend on the thread count.
[[nodiscard]] RolloutGraph build_rollout_graph(World const& world, Scenario const& scenario,
                                               std::span<geo::XY const> extra = {}, geo::Progress const& progress = {});

} // namespace phusong

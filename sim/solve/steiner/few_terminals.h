#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/terminals.h"

namespace phusong::solve {

/// Whether the exact way below takes no more than about `work` arcs looked at.
[[nodiscard]] bool few_terminals_fit(Graph const& g, Terminals const& t, std::int64_t work);

/// A cheapest tree by dynamic programming over the sets of terminals (Dreyfus and Wagner 1971, with one Dijkstra
/// search a set: Erickson, Monma and Veinott 1987). Time 3^k n + 2^k m log n.
[[nodiscard]] std::vector<Edge> few_terminals(Graph const& g, Terminals const& t, Meter& meter);

} // namespace phusong::solve

#pragma once
#include "sim/solve/steiner/dual_ascent.h"

namespace phusong::solve {

/// For every edge, how much dearer than the bound a tree with it must be: the reduced costs from the root to the edge,
/// of the edge, and on to the nearest terminal, the cheaper way round. At most `cap`: what lies beyond is not told
/// apart. An edge whose value is at least (best tree − bound) can be left out.
[[nodiscard]] std::vector<Cost> detours(Graph const& g, Terminals const& t, Node root, DualAscent const& ascent,
                                        Cost cap, Meter& meter);

/// The cheapest-first tree inside the arcs of no reduced cost, from the root: where a dual ascent leads.
/// None when the root does not reach every terminal over them.
[[nodiscard]] std::vector<Edge> saturated_tree(Graph const& g, Terminals const& t, Node root, DualAscent const& ascent,
                                               Meter& meter);

} // namespace phusong::solve

#pragma once
#include "sim/solve/hoptree/hop_tree.h"

namespace phusong::solve {

/// A tree of least hops: a start that always keeps the limit.
[[nodiscard]] Parents tree_of_least_hops(HopTree const& problem);

/// For each node the nodes closest to it, itself first: by number of edges, then by cost of the last one.
[[nodiscard]] std::vector<std::vector<Node>> neighbourhoods(Graph const& graph);

} // namespace phusong::solve

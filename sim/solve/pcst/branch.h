#pragma once
#include "sim/solve/pcst/ascent.h"
#include "sim/solve/pcst/grow.h"

namespace phusong::solve::pcst {

/// A tree over the nodes that the dual's saturated arcs reach from the root, pruned.
[[nodiscard]] Tree saturated_tree(Net const& net, Ascent const& dual, Meter& meter);

struct Branched {
    Cost bound = 0;         ///< no tree of the instance is better; equals the best value when all is proven
    std::int64_t nodes = 0; ///< of the search tree
};

/// Branch and bound over nodes in and out of the tree, bounded by dual ascent. Improves `best`, a tree of `in`, in
/// place and stops when `meter` is spent.
[[nodiscard]] Branched branch(Net net, Tree& best, Meter& meter);

} // namespace phusong::solve::pcst

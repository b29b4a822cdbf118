#pragma once
#include "sim/solve/pcst/instance.h"

namespace phusong::solve::pcst {

/// An instance whose edges are two arcs, each with a cost of its own, as an arborescence from the root sees them.
/// Arc `i` leads from graph.arcs[i].head into the node whose row holds it.
struct Net {
    Instance in;
    std::vector<std::uint32_t> mate; ///< the arc the other way
    std::vector<Cost> into;          ///< cost of each arc; `closed` where fixed out
    std::vector<Node> node_of;       ///< of the instance it was made from
    std::vector<Edge> edge_of;
    Cost lost = 0; ///< prizes of nodes that were fixed out
};

[[nodiscard]] Net make_net(Instance const& in);

/// What may be left out of a net, because no better tree has it.
struct Fixing {
    std::vector<char> gone; ///< of each node
    std::vector<char> must; ///< of each node
    std::vector<char> shut; ///< of each arc
    std::size_t count = 0;  ///< of all of them that are new
};

/// The net without them. Edges shut both ways leave; nodes that hang on one edge and are not worth it leave too.
[[nodiscard]] Net reduced(Net const& net, Fixing const& fixing);

} // namespace phusong::solve::pcst

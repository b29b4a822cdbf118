#pragma once
#include "sim/solve/steiner/insert_nodes.h"
#include "sim/solve/steiner/swap_paths.h"

namespace phusong::solve {

/// All local searches on one graph, to a fixed point.
class LocalSearch {
  public:
    LocalSearch(Graph const& g, Terminals const& t)
        : g_(g), t_(t), tidier_(g.nodes()), inserter_(g.nodes()), swapper_(g.nodes()) {}
    [[nodiscard]] Tidier& tidier() { return tidier_; }

    /// Until nothing helps or the meter is over. With `costs`, the search minds those: same nodes and edges, other
    /// costs.
    void improve(Tree& tree, Meter& meter, Graph const* costs = nullptr);

  private:
    Graph const& g_;
    Terminals const& t_;
    Tidier tidier_;
    NodeInserter inserter_;
    PathSwapper swapper_;
};

} // namespace phusong::solve

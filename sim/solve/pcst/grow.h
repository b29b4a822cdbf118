#pragma once
#include "sim/solve/pcst/ascent.h"
#include "sim/solve/pcst/tree.h"

namespace phusong::solve::pcst {

/// Builds trees of one instance from a start node by always joining the nearest wanted node (Takahashi, Matsuyama
/// 1980).
class Grower {
  public:
    explicit Grower(Instance const& in)
        : in_(&in), near_(in.graph.nodes()), by_(in.graph.nodes()), in_tree_(in.graph.nodes()) {}

    /// Nodes of a tree from `start` over all `wanted` nodes that can be reached. `edge_cost` as in Carver::span.
    [[nodiscard]] std::vector<Node> grow(Node start, std::span<char const> wanted, std::span<Cost const> edge_cost,
                                         Meter& meter);

  private:
    void join(Node n);
    Instance const* in_;
    std::vector<Cost> near_;
    std::vector<Node> by_; ///< the node before, on the way to the tree
    Marks in_tree_;
    std::vector<Node> nodes_;
    Queue<Node> queue_;
};

} // namespace phusong::solve::pcst

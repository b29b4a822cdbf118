#pragma once
#include "sim/solve/pcst/instance.h"
#include "sim/solve/pcst/meter.h"
#include "sim/solve/pcst/queue.h"

namespace phusong::solve::pcst {

/// Makes trees of one instance; keeps its arrays between calls.
class Carver {
  public:
    explicit Carver(Instance const& in)
        : in_(&in), all_prizes_(all_prizes(in)), node_(in.graph.nodes()), edge_(in.graph.edges.size()),
          joined_(in.graph.nodes()) {}

    /// The best subtree of the tree that `edges` (without a circle) make around `start`: contains the root where there
    /// is one. Exact, by dynamic programming from the leaves.
    [[nodiscard]] Tree best_subtree(std::span<Edge const> edges, Node start, Meter& meter);

    /// The best subtree of the cheapest tree over `nodes`, as far as they hang together with the first of them. A cost
    /// of `edge_cost`, where given, stands for the edge's own; `closed` forbids it.
    [[nodiscard]] Tree span(std::span<Node const> nodes, std::span<Cost const> edge_cost, Meter& meter);

  private:
    Node find(Node n);
    void walk(Node start, Meter& meter);
    Instance const* in_;
    Cost all_prizes_ = 0;
    Marks node_, edge_;
    std::vector<Node> joined_; // union-find
    std::vector<std::pair<Cost, Edge>> sorted_;
    std::vector<Edge> chosen_;
    std::vector<Node> order_;       // of the walk
    std::vector<std::uint32_t> up_; // position in order_ of the node it was reached from
    std::vector<Edge> by_;          // edge it was reached by
    std::vector<Cost> net_;         // what the subtree below is worth
};

} // namespace phusong::solve::pcst

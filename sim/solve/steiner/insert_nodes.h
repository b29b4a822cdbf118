#pragma once
#include "sim/solve/steiner/tidy.h"

namespace phusong::solve {

/// Local search by single nodes: a node beside the tree joins it when the edges it makes needless cost more than those
/// it needs (Steiner vertex insertion; Uchoa and Werneck 2012). One pass looks at every neighbour of the tree.
class NodeInserter {
  public:
    explicit NodeInserter(Node nodes) : up_(nodes), size_(nodes), link_(nodes), count_(nodes), in_(nodes) {}

    /// Whether the tree became cheaper.
    bool improve(Graph const& g, Terminals const& t, Tidier& tidier, Tree& tree, Meter& meter);

  private:
    struct Spoke {
        Cost cost;
        Node node;
    };
    void join_up(Graph const& g, Tree const& tree);
    [[nodiscard]] std::uint32_t dearest_between(Node a, Node b) const;
    Cost gain(Graph const& g, Tree const& by_cost);

    std::vector<Node> up_;
    std::vector<std::uint32_t> size_;
    std::vector<std::uint32_t> link_; ///< place, among the tree's edges by cost, of the edge that joined the node's set
    std::vector<std::uint8_t> count_;
    std::vector<char> in_;
    std::vector<Node> nodes_, beside_;
    std::vector<Spoke> spokes_;
    std::vector<std::uint32_t> needless_;
};

} // namespace phusong::solve

#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/terminals.h"

namespace phusong::solve {

/// Working space for tidying trees of one graph, so that each costs only what the tree is large.
class Tidier {
  public:
    explicit Tidier(Node nodes) : mark_(nodes), parent_(nodes), degree_(nodes), last_(nodes) {}

    /// The cheapest tree over the nodes of `edges` and the terminals, without leaves that are no terminals.
    /// `edges` may hold cycles and repeats but must connect the terminals; if not, a tree of cost `unreachable` and no
    /// edges.
    [[nodiscard]] Tree tidy(Graph const& g, Terminals const& t, std::span<Edge const> edges, Meter& meter);

    /// The same from a set of nodes, each named once.
    [[nodiscard]] Tree span_nodes(Graph const& g, Terminals const& t, std::vector<Node> const& nodes, Meter& meter);

  private:
    Tree cheapest(Graph const& g, Terminals const& t, Meter& meter);
    Node find(Node a) {
        while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    void prune(Graph const& g, Terminals const& t, Tree& tree);
    std::vector<char> mark_;
    std::vector<Node> parent_;
    std::vector<std::uint32_t> degree_, last_;
    std::vector<Node> nodes_;
};

} // namespace phusong::solve

#pragma once
#include "sim/solve/steiner/reduce.h"

namespace phusong::solve {

/// A graph whose edges and nodes can be taken away and merged while its reductions run.
class Net {
  public:
    Net(Reduced from, std::vector<char> const& drop);

    /// Degrees one and two, and terminals whose way out is certain, until nothing is left to do.
    void settle(Meter& meter);
    /// Special distance test on every edge. The number of edges that went.
    std::size_t drop_long_edges(std::size_t reach, Meter& meter);
    /// What is left. The net is used up.
    [[nodiscard]] Reduced result();

  private:
    struct Link {
        Node a, b;
        Cost cost;
        Edge left, right; ///< links that it was made of; right == nothing: `left` is an edge of `from`
        bool dead;
    };
    [[nodiscard]] Node other(Edge e, Node n) const { return links_[e].a == n ? links_[e].b : links_[e].a; }
    void gather(Node n); ///< forgets dead edges of the node
    void touch(Node n);
    void kill(Edge e);
    void add(Node a, Node b, Cost cost, Edge left, Edge right);
    void look(Node n, Meter& meter);
    bool leave_terminal(Node n, Meter& meter);
    void contract(Edge e, Node keep, Meter& meter);
    bool special_way(Edge e, std::size_t reach, Meter& meter);
    void parts_of(Edge e, std::vector<Edge>& out) const;

    Reduced from_; ///< without its graph
    std::vector<Link> links_;
    std::vector<std::vector<Edge>> of_;
    std::vector<char> terminal_, gone_, queued_;
    std::vector<Node> queue_;
    std::size_t terminals_ = 0;
    std::vector<Edge> fixed_;
    Cost fixed_cost_ = 0;
    std::vector<Cost> label_; ///< of the present special distance search
    std::vector<std::uint32_t> label_stamp_;
    std::vector<std::uint32_t> slot_; ///< neighbours' first edges, while parallel edges are looked for
    std::uint32_t stamp_ = 0;
};

} // namespace phusong::solve

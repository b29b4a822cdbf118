#pragma once
#include "sim/solve/steiner/meter.h"
#include "sim/solve/steiner/queue.h"
#include "sim/solve/steiner/terminals.h"

namespace phusong::solve {

/// A neighbourhood of a tree as a Steiner problem by itself: every piece of the tree that lies outside is one terminal.
/// Any tree of it, with the pieces outside, is a tree of the whole.
struct Window {
    Graph graph;
    std::vector<Node> terminals;
    std::vector<Edge> given;   ///< the whole problem's edges, by edge of the window
    std::vector<Edge> tree;    ///< the present tree's edges inside, of the window
    std::vector<Edge> outside; ///< the present tree's other edges, of the whole problem
};

/// Cuts windows out of one problem; the working space is kept from one to the next.
class WindowCutter {
  public:
    WindowCutter(Graph const& g, Terminals const& t)
        : g_(g), t_(t), dist_(g.nodes()), seen_(g.nodes()), up_(g.nodes()), tree_stamp_(g.nodes()),
          name_(g.nodes(), nothing), leaves_(g.nodes()) {}

    /// The nodes nearest to `centre`, a node of the tree, until they have some `edges` edges.
    [[nodiscard]] Window around(Tree const& tree, Node centre, std::size_t edges, Meter& meter);

  private:
    void gather(Node centre, std::size_t edges, Meter& meter);
    void join_outside(Tree const& tree, Window& out);
    [[nodiscard]] Node piece_of(Node n) {
        if (tree_stamp_[n] != stamp_) return n;
        while (up_[n] != n) n = up_[n] = up_[up_[n]];
        return n;
    }

    Graph const& g_;
    Terminals const& t_;
    std::vector<Cost> dist_;
    std::vector<std::uint32_t> seen_; ///< 2 · stamp when labelled, 2 · stamp + 1 when inside
    std::vector<Node> up_;            ///< of the tree's nodes: towards the piece's name
    std::vector<std::uint32_t> tree_stamp_;
    std::vector<Node> name_;   ///< of pieces and nodes, in the window
    std::vector<char> leaves_; ///< whether the tree goes on outside
    std::vector<Node> inside_;
    Queue queue_;
    std::uint32_t stamp_ = 0;
};

} // namespace phusong::solve

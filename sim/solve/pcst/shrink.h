#pragma once
#include "sim/solve/pcst/instance.h"
#include "sim/solve/pcst/meter.h"
#include "sim/solve/pcst/queue.h"

namespace phusong::solve::pcst {

/// A problem that gets smaller while it keeps a best tree, and knows how to undo that.
/// A tree that is one of its nodes alone, with what hangs on it, may be lost on the way: the best such is kept apart.
class Shrink {
  public:
    Shrink(Graph const& graph, std::vector<Cost> prize, Node root, Cost huge);

    /// Tests until nothing changes much: nodes with one or two edges, parallel edges, edges beside a way that is as
    /// good.
    void run(Meter& meter);

    [[nodiscard]] Instance instance();                                ///< what is left; nodes and edges numbered anew
    [[nodiscard]] std::vector<Edge> original(Tree const& tree) const; ///< edges, for a tree of the last instance()
    [[nodiscard]] Node original(Node n) const { return node_of_[n]; }
    /// The node of the last instance() that `n` was merged into; `nothing` when it is gone.
    [[nodiscard]] Node now(Node n) const;

    void drop_node(Node n); ///< of the last instance()
    void drop_edge(Edge e);
    void require(Node n);
    /// The best tree so far that is one node and what hangs on it.
    struct Alone {
        Node node = nothing;
        Cost worth = -1; ///< prizes less edges
        std::vector<Edge> edges;
    };
    [[nodiscard]] Alone const& alone() const { return alone_; }
    [[nodiscard]] Cost offset() const { return offset_; } ///< what the values of instance() leave out

  private:
    struct Piece { ///< an original edge, or two pieces
        std::uint32_t left = nothing, right = nothing;
        Edge edge = nothing;
    };
    struct Link {
        Node a, b;
        Cost cost;
        std::uint32_t piece;
        bool alive = true;
        [[nodiscard]] Node other(Node n) const { return n == a ? b : a; }
    };
    std::uint32_t join(std::uint32_t a, std::uint32_t b);
    void collect(std::uint32_t piece, std::vector<Edge>& out) const;
    void erase(std::uint32_t link);
    void gone(Node n);
    void remember(Node n);
    void tidy(Node n);
    void small_degrees();
    bool leaf(Node n);
    bool passage(Node n);
    void parallel();
    void detours(Meter& meter);
    bool detour(std::uint32_t link, Meter& meter);
    [[nodiscard]] bool must(Node n) const { return n == root_ || prize_[n] >= huge_; }

    std::vector<Cost> prize_;
    Node root_;
    Cost huge_;
    Cost offset_ = 0;
    std::size_t musts_ = 0;
    Alone alone_;
    std::vector<Piece> pieces_;
    std::vector<Link> links_;
    std::vector<std::vector<std::uint32_t>> at_; ///< links of each node, some of them dead
    std::vector<std::uint32_t> degree_;
    std::vector<std::uint32_t> hung_; ///< piece that comes with each node
    std::vector<Node> merged_;        ///< into which node; itself while alive; `nothing` when dropped
    std::vector<Node> todo_;
    std::vector<Node> node_of_, new_node_;
    std::vector<std::uint32_t> link_of_;
    std::vector<Cost> near_;
    std::vector<Node> touched_;
    Queue<Node> queue_;
};

} // namespace phusong::solve::pcst

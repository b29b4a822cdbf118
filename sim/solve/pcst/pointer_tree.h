#pragma once
#include "sim/solve/pcst/instance.h"

namespace phusong::solve::pcst {

/// A tree that can be cut, linked and taken back: every node points to the one above it. All changes since the last
/// keep() are written down.
class PointerTree {
  public:
    PointerTree(Instance const& in, Tree const& tree);

    [[nodiscard]] bool has(Node n) const { return at_[n].inside; }
    [[nodiscard]] Node up(Node n) const { return at_[n].up; } ///< `nothing` at the top
    [[nodiscard]] Edge by(Node n) const { return at_[n].by; } ///< edge to it
    [[nodiscard]] std::uint32_t degree(Node n) const { return at_[n].degree; }
    [[nodiscard]] bool joins(Arc const& arc, Node n) const {
        return at_[n].by == arc.edge || at_[arc.head].by == arc.edge;
    }
    [[nodiscard]] Cost value() const { return value_; } ///< of the whole, as Tree::value
    [[nodiscard]] Node top() const;

    void add(Node n);    ///< by itself, outside of the tree until it is linked
    void remove(Node n); ///< must have no edge
    void link(Node a, Node b, Edge e);
    void cut(Node n);  ///< the edge above n
    void lift(Node n); ///< makes n the top of its part

    void stand(Node n) { some_ = n; } ///< the part around n is the tree

    struct Mark {
        std::size_t changes = 0, touched = 0;
        Cost value = 0;
        Node some = 0;
    };
    [[nodiscard]] Mark mark() const { return {log_.size(), touched_.size(), value_, some_}; }
    void back_to(Mark const& mark);                 ///< undoes all since then
    void keep() { log_.clear(), touched_.clear(); } ///< nothing before can be undone any more
    /// Nodes put in or out and ends of edges put in or out since, some of them repeatedly.
    template <class See> void each_change(Mark const& since, See see) const {
        for (std::size_t i = since.touched; i < touched_.size(); ++i) see(touched_[i]);
    }

    [[nodiscard]] std::vector<Edge> edges() const;
    [[nodiscard]] std::int64_t steps() const { return steps_; } ///< pointers followed so far

  private:
    struct At {
        Node up = nothing;
        Edge by = nothing;
        std::uint32_t degree = 0;
        bool inside = false;
    };
    At& edit(Node n);
    Instance const* in_;
    std::vector<At> at_;
    std::vector<std::pair<Node, At>> log_;
    std::vector<Node> touched_;
    Cost value_ = 0;
    Node some_ = 0; ///< a node of the tree
    mutable std::int64_t steps_ = 0;
};

} // namespace phusong::solve::pcst

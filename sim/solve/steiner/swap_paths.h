#pragma once
#include "sim/solve/steiner/construct.h"
#include "sim/solve/steiner/queue.h"

namespace phusong::solve {

/// Local search by key paths (stretches between terminals and branchings): each is taken out and its two sides joined
/// anew as cheaply as can be; each branching that is no terminal is taken out with all its key paths. One pass tries
/// all of them with the Voronoi cells of the tree's nodes and mergeable heaps of the cells' borders, near linear
/// together (Uchoa and Werneck 2012, "Fast local search for the Steiner problem in graphs", sections 3 and 4).
class PathSwapper {
  public:
    explicit PathSwapper(Node nodes);

    /// Whether the tree became cheaper.
    bool improve(Graph const& g, Terminals const& t, Tidier& tidier, Tree& tree, Meter& meter);

  private:
    struct Border { ///< an edge between two cells, as one of them sees it
        Cost length;
        Edge edge;
        std::uint32_t left, right;
    };
    struct Joint { ///< a way between two pieces: the edge in its middle
        Cost length;
        Edge edge;
        std::uint32_t a, b; ///< pieces
    };
    void root_tree(Graph const& g, Terminals const& t, Tree const& tree);
    void list_cells(Graph const& g, Tree const& tree);
    std::uint32_t merge(std::uint32_t a, std::uint32_t b);
    void pop(std::uint32_t& heap) { heap = merge(borders_[heap].left, borders_[heap].right); }
    [[nodiscard]] bool below(Node n, Node top) const { return in_at_[n] >= in_at_[top] && in_at_[n] < out_at_[top]; }
    Cost take_path(Graph const& g, Node from_key);
    void take_node(Node n);
    [[nodiscard]] std::uint32_t piece_of(Node base) const;
    void join_across(Graph const& g, Cost limit, Meter& meter);
    void join_by_heaps(Graph const& g, Cost limit);
    bool rejoin(Graph const& g, Cost removed);
    void apply(Graph const& g, std::vector<Joint> const& joints);
    void follow(Graph const& g, Node n);
    void mark_changed(Node a, Node b);
    void try_path(Graph const& g, Node key, Meter& meter);
    void try_branching(Graph const& g, Node key, Meter& meter);
    void start(Node top);
    void fold(Node key);
    [[nodiscard]] Node base_of(Node n) const { return orphan_[n] == stamp_ ? new_base_[n] : cells_.base[n]; }
    [[nodiscard]] Cost dist_of(Node n) const { return orphan_[n] == stamp_ ? new_dist_[n] : cells_.dist[n]; }

    Voronoi cells_;
    std::vector<Node> order_;                   ///< the tree's nodes, each after its parent
    std::vector<std::uint32_t> in_at_, out_at_; ///< a node's subtree is order_[in_at_ … out_at_)
    std::vector<Node> parent_, key_parent_;
    std::vector<Edge> parent_edge_;
    std::vector<char> key_, changed_, pinned_, removed_;
    std::vector<std::uint32_t> cell_first_; ///< by place in order_
    std::vector<Node> cell_nodes_;
    std::vector<Border> borders_;
    std::vector<std::uint32_t> heap_; ///< of a node's cell; after fold, of its whole subtree
    std::vector<std::vector<Node>> key_children_;
    std::vector<Node> taken_; ///< nodes taken out in the present trial
    std::vector<Edge> taken_edges_;
    std::vector<std::uint32_t> out_; ///< stamp of taken nodes
    std::vector<std::uint32_t> orphan_;
    std::vector<Cost> new_dist_;
    std::vector<Node> new_base_;
    std::vector<Edge> new_back_;
    std::vector<Node> pieces_; ///< tops of the pieces below; the rest is piece 0
    Node trial_top_ = nothing;
    std::vector<Joint> joints_;
    std::vector<std::uint32_t> set_;
    std::uint32_t stamp_ = 0;
    Queue queue_;
    std::vector<Edge> removed_edges_, added_edges_;
    bool blocked_ = false;
};

} // namespace phusong::solve

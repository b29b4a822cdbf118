#pragma once
#include "sim/solve/hoptree/hop_tree.h"

namespace phusong::solve {

/// A node of a tree of which pieces may be loose.
struct TreeNode {
    static constexpr std::uint32_t outside = nothing, loose = nothing - 1; ///< depths of nodes that have none
    Node parent = nothing;
    std::uint32_t depth = outside;
    std::uint32_t children = 0;
    Cost edge = 0; ///< cost of the edge to the parent
};

/// Cheapest paths from a tree, whose nodes keep their depths, over nodes outside to pieces that are loose, by the depth
/// at which each path ends.
class LayerPaths {
  public:
    struct Label {
        Cost cost = unreachable;
        Node from = nothing;
        Cost edge = 0;
    };
    /// `piece_of` names each loose node's piece by its top; `relay_costs` are those of this search. All must outlive
    /// it.
    LayerPaths(HopTree const& problem, std::vector<TreeNode> const& tree, std::vector<Node> const& piece_of,
               std::vector<Cost> const& relay_costs);

    void clear();
    void add_source(Node v); ///< a node that is part of the tree now
    void spread();           ///< after sources were added
    [[nodiscard]] Label const& at(std::uint32_t depth, Node v) const { return labels_[depth][v]; }
    /// False when a node on the path has joined the tree at another depth since it was labelled.
    [[nodiscard]] bool stands(Node v, std::uint32_t depth) const;
    [[nodiscard]] std::int64_t scans() const { return scans_; } ///< arcs looked at so far

  private:
    void relax(Cost cost, Node u, Arc const& arc, std::uint32_t depth);
    HopTree const& p_;
    std::vector<TreeNode> const& tree_;
    std::vector<Node> const& piece_of_;
    std::vector<Cost> const& relay_costs_;
    std::vector<std::vector<Label>> labels_; ///< by depth and node
    std::vector<std::vector<Node>> waiting_;
    std::int64_t scans_ = 0;
};

} // namespace phusong::solve

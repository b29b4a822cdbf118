#include "sim/solve/hoptree/layer_paths.h"
#include <algorithm>

namespace phusong::solve {

LayerPaths::LayerPaths(HopTree const& problem, std::vector<TreeNode> const& tree, std::vector<Node> const& piece_of,
                       std::vector<Cost> const& relay_costs)
    : p_(problem), tree_(tree), piece_of_(piece_of), relay_costs_(relay_costs),
      labels_(problem.hops + 1, std::vector<Label>(problem.graph.nodes())), waiting_(problem.hops + 1) {}

void LayerPaths::clear() {
    for (auto& layer : labels_) std::ranges::fill(layer, Label{});
    for (auto& w : waiting_) w.clear();
}

void LayerPaths::add_source(Node v) {
    auto const h = tree_[v].depth;
    for (auto& layer : labels_) layer[v] = {}; // no path through it at another depth
    labels_[h][v] = {0, nothing, 0};
    if (h < p_.hops) waiting_[h].push_back(v);
}

void LayerPaths::spread() {
    for (std::uint32_t h = 0; h < p_.hops; ++h) {
        for (Node u : waiting_[h]) {
            auto const& from = labels_[h][u];
            auto const depth = tree_[u].depth;
            if (from.cost == unreachable || depth == TreeNode::loose) continue;
            if (depth != TreeNode::outside && depth != h) continue;
            scans_ += static_cast<std::int64_t>(p_.graph.of(u).size());
            for (auto const& arc : p_.graph.of(u)) relax(from.cost, u, arc, h + 1);
        }
        waiting_[h].clear();
    }
}

void LayerPaths::relax(Cost cost, Node u, Arc const& arc, std::uint32_t h) {
    Node const v = arc.head;
    auto const depth = tree_[v].depth;
    if (depth < TreeNode::loose || (depth == TreeNode::loose && piece_of_[v] != v)) return;
    Cost const total = cost + arc.cost + (depth == TreeNode::outside ? relay_costs_[v] : 0);
    auto& label = labels_[h][v];
    if (total >= label.cost) return;
    label = {total, u, arc.cost};
    if (depth == TreeNode::outside && h < p_.hops) waiting_[h].push_back(v);
}

bool LayerPaths::stands(Node v, std::uint32_t h) const {
    while (tree_[v].depth >= TreeNode::loose) {
        v = labels_[h][v].from;
        if (v == nothing || h == 0) return false;
        --h;
    }
    return tree_[v].depth == h;
}

} // namespace phusong::solve

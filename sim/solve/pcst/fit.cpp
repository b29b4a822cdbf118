#include "sim/solve/pcst/fit.h"
#include "sim/solve/pcst/instance.h"
#include <algorithm>

namespace phusong::solve::pcst {

namespace {

constexpr double ratio_unit = 1e6; ///< prize per cost as a whole key

Cost key(Cost prize, Cost cost) {
    return static_cast<Cost>(ratio_unit * static_cast<double>(prize) / (static_cast<double>(cost) + 1e-3));
}

} // namespace

Fitter::Fitter(PcstProblem const& problem, std::uint64_t seed)
    : problem_(problem), dice_{seed, 3}, must_(problem.graph.nodes(), 0), in_tree_(problem.graph.nodes(), 0),
      edge_in_(problem.graph.edges.size(), 0), degree_(problem.graph.nodes(), 0), near_(problem.graph.nodes(), closed),
      back_(problem.graph.nodes(), 0), back_by_(problem.graph.nodes(), 0) {
    for (Node const n : problem.terminals) must_[n] = 1;
    if (problem.root) must_[*problem.root] = 1;
}

void Fitter::load(FrontierPoint const& tree) {
    for (Node const n : nodes_) in_tree_[n] = 0, degree_[n] = 0;
    std::ranges::fill(edge_in_, 0);
    nodes_.assign(1, tree.node);
    in_tree_[tree.node] = 1;
    for (Edge const e : tree.edges) {
        edge_in_[e] = 1;
        for (Node const n : {problem_.graph.edges[e].a, problem_.graph.edges[e].b}) {
            ++degree_[n];
            if (!in_tree_[n]) nodes_.push_back(n);
            in_tree_[n] = 1;
        }
    }
}

void Fitter::store(FrontierPoint& tree) {
    tree.edges.clear();
    for (Edge e = 0; e < edge_in_.size(); ++e)
        if (edge_in_[e]) tree.edges.push_back(e);
    if (!in_tree_[tree.node]) tree.node = *std::ranges::find_if(nodes_, [this](Node n) { return in_tree_[n] != 0; });
}

/// From a leaf to the first node that would stay.
Fitter::End Fitter::end_of(Node leaf) const {
    End out{.cost = 0, .prize = problem_.prizes[leaf], .edges = {}, .leaf = leaf, .stays = leaf};
    Edge last = nothing;
    do {
        for (auto const& arc : problem_.graph.of(out.stays)) {
            if (!edge_in_[arc.edge] || arc.edge == last) continue;
            last = arc.edge;
            out.stays = arc.head;
            break;
        }
        out.edges.push_back(last);
        out.cost += problem_.graph.edges[last].cost;
    } while (degree_[out.stays] == 2 && problem_.prizes[out.stays] == 0 && !must_[out.stays]);
    return out;
}

void Fitter::drop(FrontierPoint& tree, End const& end) {
    Node at = end.leaf;
    for (Edge const e : end.edges) {
        in_tree_[at] = 0;
        degree_[at] = 0;
        at = problem_.graph.edges[e].other(at);
        edge_in_[e] = 0;
    }
    --degree_[end.stays];
    tree.edge_cost -= end.cost;
    tree.prize -= end.prize;
}

void Fitter::queue_end(Node leaf) {
    if (!in_tree_[leaf] || degree_[leaf] != 1 || must_[leaf]) return;
    auto const end = end_of(leaf);
    queue_.push(key(end.prize, end.cost), leaf);
}

/// Drops the end of least prize per cost that may go. False when none may.
template <class May> bool Fitter::drop_worst(FrontierPoint& tree, May may) {
    while (!queue_.empty()) {
        auto const [was, leaf] = queue_.pop();
        if (!in_tree_[leaf] || degree_[leaf] != 1) continue;
        auto const end = end_of(leaf);
        Cost const now = key(end.prize, end.cost);
        if (now != was) {
            queue_.push(now, leaf); // its way grew longer since
            continue;
        }
        if (!may(end)) continue;
        drop(tree, end);
        queue_end(end.stays);
        return true;
    }
    return false;
}

void Fitter::trim_to_budget(FrontierPoint& tree, Cost budget) {
    load(tree);
    queue_.clear();
    for (Node const n : nodes_) queue_end(n);
    while (tree.edge_cost > budget && drop_worst(tree, [](End const&) { return true; })) {
    }
    store(tree);
}

void Fitter::trim_to_quota(FrontierPoint& tree, Cost prize) {
    load(tree);
    queue_.clear();
    for (Node const n : nodes_) queue_end(n);
    while (drop_worst(tree, [&](End const& end) { return tree.prize - end.prize >= prize; })) {
    }
    store(tree);
}

/// Shortest ways from the tree, as far as `most`.
void Fitter::spread(Cost most, Meter& meter) {
    std::ranges::fill(near_, closed);
    queue_.clear();
    for (Node const n : nodes_) {
        if (!in_tree_[n]) continue;
        near_[n] = 0;
        queue_.push(0, n);
    }
    while (!queue_.empty()) {
        auto const [at, n] = queue_.pop();
        if (at > near_[n]) continue;
        meter.left -= 2 * static_cast<std::int64_t>(problem_.graph.of(n).size());
        for (auto const& arc : problem_.graph.of(n)) {
            Cost const way = at + arc.cost;
            if (way > most || way >= near_[arc.head]) continue;
            near_[arc.head] = way;
            back_[arc.head] = n;
            back_by_[arc.head] = arc.edge;
            queue_.push(way, arc.head);
        }
    }
}

/// Adds ways in the order of prize per cost as far as they fit. False when none did.
bool Fitter::add_best(FrontierPoint& tree, Cost budget, double noise) {
    std::vector<std::pair<double, Node>> order;
    for (Node n = 0; n < near_.size(); ++n) {
        if (in_tree_[n] || near_[n] == closed || problem_.prizes[n] == 0) continue;
        Cost prize = 0;
        for (Node x = n; !in_tree_[x]; x = back_[x]) prize += problem_.prizes[x];
        double const mix = noise > 0 ? 1 + noise * (dice_.share() - 0.5) : 1;
        order.emplace_back(-mix * static_cast<double>(prize) / (static_cast<double>(near_[n]) + 1e-3), n);
    }
    std::ranges::sort(order);
    bool any = false;
    for (auto const& [ratio, n] : order) {
        Cost cost = 0;
        for (Node x = n; !in_tree_[x]; x = back_[x]) cost += problem_.graph.edges[back_by_[x]].cost;
        if (tree.edge_cost + cost > budget) continue;
        for (Node x = n; !in_tree_[x]; x = back_[x]) {
            in_tree_[x] = 1;
            nodes_.push_back(x);
            edge_in_[back_by_[x]] = 1;
            ++degree_[x];
            ++degree_[back_[x]];
            tree.prize += problem_.prizes[x];
            any = true;
        }
        tree.edge_cost += cost;
    }
    return any;
}

void Fitter::fill(FrontierPoint& tree, Cost budget, double noise, Meter& meter) {
    load(tree);
    do spread(budget - tree.edge_cost, meter);
    while (add_best(tree, budget, noise));
    store(tree);
}

void Fitter::swap(FrontierPoint& tree, Cost budget, Meter& meter) {
    constexpr double noise = 1.2;
    while (!meter.spent()) {
        --meter.rounds;
        auto next = tree;
        load(next);
        for (auto drops = 1 + dice_.below(4); drops > 0; --drops) {
            std::vector<Node> leaves;
            for (Node const n : nodes_)
                if (in_tree_[n] && degree_[n] == 1 && !must_[n]) leaves.push_back(n);
            if (leaves.empty()) break;
            drop(next, end_of(leaves[dice_.below(leaves.size())]));
        }
        store(next);
        fill(next, budget, noise, meter);
        meter.left -= static_cast<std::int64_t>(problem_.graph.edges.size() / 2 + 50);
        if (next.prize > tree.prize || (next.prize == tree.prize && next.edge_cost <= tree.edge_cost))
            tree = std::move(next);
    }
}

} // namespace phusong::solve::pcst

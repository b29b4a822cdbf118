#include "sim/solve/steiner/swap_paths.h"
#include <algorithm>

namespace phusong::solve {

PathSwapper::PathSwapper(Node n)
    : in_at_(n), out_at_(n), parent_(n), key_parent_(n), parent_edge_(n), key_(n), changed_(n), pinned_(n), removed_(n),
      heap_(n), key_children_(n), out_(n), orphan_(n), new_dist_(n), new_base_(n), new_back_(n) {}

/// Order, parents and key nodes of the tree, from a terminal down.
void PathSwapper::root_tree(Graph const& g, Terminals const& t, Tree const& tree) {
    std::vector<char> mark(g.edges.size());
    for (Edge const e : tree.edges) mark[e] = 1;
    order_.clear();
    std::vector<std::pair<Node, Edge>> stack{{t.list.front(), nothing}};
    while (!stack.empty()) {
        auto const [n, e] = stack.back();
        stack.pop_back();
        parent_edge_[n] = e;
        parent_[n] = e == nothing ? nothing : g.edges[e].other(n);
        in_at_[n] = static_cast<std::uint32_t>(order_.size());
        order_.push_back(n);
        changed_[n] = pinned_[n] = removed_[n] = 0;
        heap_[n] = nothing;
        key_children_[n].clear();
        std::uint32_t degree = 0;
        for (Arc const& arc : g.of(n)) {
            if (!mark[arc.edge]) continue;
            ++degree;
            if (arc.edge != e) stack.emplace_back(arc.head, arc.edge);
        }
        key_[n] = t.is[n] || degree > 2;
    }
    for (Node const n : order_) out_at_[n] = in_at_[n] + 1;
    for (std::size_t i = order_.size(); i-- > 1;) {
        Node const p = parent_[order_[i]];
        out_at_[p] = std::max(out_at_[p], out_at_[order_[i]]);
    }
    for (std::size_t i = 0; i < order_.size(); ++i) {
        Node const n = order_[i], p = parent_[n];
        key_parent_[n] = p == nothing ? nothing : key_[p] ? p : key_parent_[p];
        if (key_[n] && key_parent_[n] != nothing) key_children_[key_parent_[n]].push_back(n);
    }
}

/// Nodes by cell, and each cell's heap of borders.
void PathSwapper::list_cells(Graph const& g, Tree const& tree) {
    cell_first_.assign(order_.size() + 1, 0);
    for (Node const b : cells_.base)
        if (b != nothing) ++cell_first_[in_at_[b] + 1];
    for (std::size_t i = 1; i < cell_first_.size(); ++i) cell_first_[i] += cell_first_[i - 1];
    cell_nodes_.resize(cell_first_.back());
    std::vector<std::uint32_t> next(cell_first_.begin(), cell_first_.end() - 1);
    for (Node n = 0; n < g.nodes(); ++n)
        if (cells_.base[n] != nothing) cell_nodes_[next[in_at_[cells_.base[n]]]++] = n;
    borders_.clear();
    std::size_t at = 0;
    for (Edge e = 0; e < g.edges.size(); ++e) {
        if (at < tree.edges.size() && tree.edges[at] == e) {
            ++at;
            continue;
        }
        auto const& [a, b, cost] = g.edges[e];
        Node const x = cells_.base[a], y = cells_.base[b];
        if (x == y || x == nothing || y == nothing) continue;
        Cost const length = cells_.dist[a] + cost + cells_.dist[b];
        for (Node const base : {x, y}) {
            borders_.push_back({length, e, nothing, nothing});
            heap_[base] = merge(heap_[base], static_cast<std::uint32_t>(borders_.size() - 1));
        }
    }
}

/// Skew heaps (Sleator and Tarjan 1986), without recursion.
std::uint32_t PathSwapper::merge(std::uint32_t a, std::uint32_t b) {
    std::uint32_t root = nothing;
    std::uint32_t* hole = &root;
    while (a != nothing && b != nothing) {
        if (borders_[b].length < borders_[a].length) std::swap(a, b);
        *hole = a;
        std::swap(borders_[a].left, borders_[a].right);
        hole = &borders_[a].left;
        a = *hole;
    }
    *hole = a != nothing ? a : b;
    return root;
}

void PathSwapper::start(Node top) {
    ++stamp_;
    trial_top_ = top;
    blocked_ = false;
    taken_.clear();
    taken_edges_.clear();
    pieces_.clear();
    joints_.clear();
}

void PathSwapper::take_node(Node n) {
    out_[n] = stamp_;
    taken_.push_back(n);
    if (pinned_[n] || removed_[n]) blocked_ = true;
}

/// Takes the path from a key node up to the next one; its cost.
Cost PathSwapper::take_path(Graph const& g, Node key) {
    Cost cost = 0;
    for (Node n = key;;) {
        taken_edges_.push_back(parent_edge_[n]);
        cost += g.edges[parent_edge_[n]].cost;
        n = parent_[n];
        if (key_[n]) break;
        take_node(n);
    }
    return cost;
}

std::uint32_t PathSwapper::piece_of(Node base) const {
    if (!below(base, trial_top_)) return 0;
    for (std::uint32_t i = 0; i < pieces_.size(); ++i)
        if (below(base, pieces_[i])) return i + 1;
    return nothing;
}

/// Ways through the cells of the nodes taken out: these get new bases by a Dijkstra search from their surroundings.
void PathSwapper::join_across(Graph const& g, Cost limit, Meter& meter) {
    queue_.clear();
    auto const cell = [&](Node b) {
        return std::span<Node const>(cell_nodes_.data() + cell_first_[in_at_[b]],
                                     cell_nodes_.data() + cell_first_[in_at_[b] + 1]);
    };
    for (Node const b : taken_)
        for (Node const n : cell(b)) {
            orphan_[n] = stamp_;
            new_dist_[n] = unreachable;
            new_base_[n] = nothing;
        }
    for (Node const b : taken_)
        for (Node const n : cell(b)) {
            meter.add(g.of(n).size());
            for (Arc const& arc : g.of(n)) {
                Node const m = arc.head;
                if (orphan_[m] == stamp_ || cells_.base[m] == nothing || removed_[cells_.base[m]]) continue;
                Cost const d = cells_.dist[m] + arc.cost;
                if (d >= limit || d >= new_dist_[n]) continue;
                new_dist_[n] = d;
                new_base_[n] = cells_.base[m];
                new_back_[n] = arc.edge;
            }
            if (new_dist_[n] != unreachable) queue_.push(new_dist_[n], n);
        }
    while (!queue_.empty()) {
        auto const [d, n] = queue_.pop();
        if (d != new_dist_[n]) continue;
        meter.add(g.of(n).size());
        auto const mine = piece_of(new_base_[n]);
        for (Arc const& arc : g.of(n)) {
            Node const m = arc.head;
            if (orphan_[m] == stamp_ && d + arc.cost < new_dist_[m]) {
                if (d + arc.cost >= limit) continue;
                new_dist_[m] = d + arc.cost;
                new_base_[m] = new_base_[n];
                new_back_[m] = arc.edge;
                queue_.push(new_dist_[m], m);
                continue;
            }
            Node const base = base_of(m);
            if (base == nothing || base == new_base_[n] || removed_[base]) continue;
            Cost const length = d + arc.cost + dist_of(m);
            if (length >= limit) continue;
            auto const theirs = piece_of(base);
            if (mine == theirs || mine == nothing || theirs == nothing) continue;
            if (pieces_.size() == 1) { // only the cheapest matters
                joints_.assign(1, {length, arc.edge, mine, theirs});
                limit = length;
            } else {
                joints_.push_back({length, arc.edge, mine, theirs});
            }
        }
    }
}

/// Ways straight from one piece to another. What leads into a piece itself or into nodes taken out is of no use to
/// anyone higher up either, and leaves the heap for good; so does what joins two pieces of this trial.
void PathSwapper::join_by_heaps(Graph const& g, Cost limit) {
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
        auto& heap = heap_[pieces_[i]];
        while (heap != nothing && borders_[heap].length < limit) {
            auto const& border = borders_[heap];
            Node const a = cells_.base[g.edges[border.edge].a], b = cells_.base[g.edges[border.edge].b];
            bool const usable = !removed_[a] && !removed_[b] && out_[a] != stamp_ && out_[b] != stamp_;
            auto const p = usable ? piece_of(a) : nothing, q = usable ? piece_of(b) : nothing;
            if (usable && p != q && p != nothing && q != nothing) {
                joints_.push_back({border.length, border.edge, p, q});
                if (p == 0 || q == 0) break;
            }
            pop(heap);
        }
    }
}

/// The cheapest joints between all pieces; uses them if they cost less than what was taken out.
bool PathSwapper::rejoin(Graph const& g, Cost removed) {
    std::sort(joints_.begin(), joints_.end(), [](Joint const& x, Joint const& y) {
        return x.length != y.length ? x.length < y.length : x.edge < y.edge;
    });
    set_.resize(pieces_.size() + 1);
    for (std::uint32_t i = 0; i < set_.size(); ++i) set_[i] = i;
    Cost cost = 0;
    std::vector<Joint> chosen;
    for (auto const& joint : joints_) {
        auto const a = set_[joint.a], b = set_[joint.b];
        if (a == b) continue;
        cost += joint.length;
        if (cost >= removed) return false;
        chosen.push_back(joint);
        for (auto& s : set_)
            if (s == b) s = a;
        if (chosen.size() == pieces_.size()) break;
    }
    if (chosen.size() < pieces_.size()) return false;
    apply(g, chosen);
    return true;
}

void PathSwapper::follow(Graph const& g, Node n) {
    while (orphan_[n] == stamp_) {
        added_edges_.push_back(new_back_[n]);
        n = g.edges[new_back_[n]].other(n);
    }
    while (cells_.back[n] != nothing) {
        added_edges_.push_back(cells_.back[n]);
        n = g.edges[cells_.back[n]].other(n);
    }
    pinned_[n] = 1;
}

void PathSwapper::apply(Graph const& g, std::vector<Joint> const& joints) {
    removed_edges_.insert(removed_edges_.end(), taken_edges_.begin(), taken_edges_.end());
    for (auto const& joint : joints) {
        auto const& ends = g.edges[joint.edge];
        added_edges_.push_back(joint.edge);
        follow(g, ends.a);
        follow(g, ends.b);
        mark_changed(base_of(ends.a), base_of(ends.b));
    }
    for (Node const n : taken_) removed_[n] = 1;
    changed_[trial_top_] = 1;
}

/// The subtrees between the two nodes and where they meet hold other nodes from now on: this pass leaves them alone.
void PathSwapper::mark_changed(Node a, Node b) {
    for (Node n = a; !below(b, n); n = parent_[n]) changed_[n] = 1;
    for (Node n = b; !below(a, n); n = parent_[n]) changed_[n] = 1;
}

void PathSwapper::try_path(Graph const& g, Node key, Meter& meter) {
    start(key);
    Cost const cost = take_path(g, key);
    pieces_.push_back(key);
    if (blocked_) return;
    join_by_heaps(g, cost);
    join_across(g, joints_.empty() ? cost : joints_.front().length, meter);
    rejoin(g, cost);
}

void PathSwapper::try_branching(Graph const& g, Node key, Meter& meter) {
    start(key);
    Cost cost = take_path(g, key);
    take_node(key);
    for (Node const child : key_children_[key]) {
        if (changed_[child]) return;
        cost += take_path(g, child);
        pieces_.push_back(child);
    }
    if (blocked_) return;
    join_by_heaps(g, cost);
    join_across(g, cost, meter);
    rejoin(g, cost);
}

/// One heap for the whole subtree of a key node.
void PathSwapper::fold(Node key) {
    for (Node const child : key_children_[key]) {
        heap_[key] = merge(heap_[key], heap_[child]);
        for (Node n = parent_[child]; n != key; n = parent_[n]) heap_[key] = merge(heap_[key], heap_[n]);
    }
}

bool PathSwapper::improve(Graph const& g, Terminals const& t, Tidier& tidier, Tree& tree, Meter& meter) {
    if (tree.edges.empty()) return false;
    root_tree(g, t, tree);
    cells_ = voronoi(g, order_, meter);
    list_cells(g, tree);
    meter.add(2 * g.edges.size() + 4 * borders_.size());
    removed_edges_.clear();
    added_edges_.clear();
    for (std::size_t i = order_.size(); i-- > 1;) {
        Node const n = order_[i];
        if (!key_[n]) continue;
        if (!t.is[n] && !changed_[n]) try_branching(g, n, meter);
        fold(n);
        if (!changed_[n] && !removed_[n]) try_path(g, n, meter);
    }
    if (added_edges_.empty()) return false;
    std::sort(removed_edges_.begin(), removed_edges_.end());
    std::vector<Edge> edges;
    std::set_difference(tree.edges.begin(), tree.edges.end(), removed_edges_.begin(), removed_edges_.end(),
                        std::back_inserter(edges));
    edges.insert(edges.end(), added_edges_.begin(), added_edges_.end());
    auto next = tidier.tidy(g, t, edges, meter);
    if (next.cost >= tree.cost) return false;
    tree = std::move(next);
    return true;
}

} // namespace phusong::solve
